//! The comparison of every declared signature with its raw twin, made when the crate is compiled.

/// Compare signatures: of a foreign function the one that is declared, of an inline one the one that its body passes on.
macro_rules! twins {
    () => {};
    ($(#[$cfg:meta])* extern $name:ident $typed:ty, $raw:ty; $($rest:tt)*) => {
        $(#[$cfg])*
        #[allow(clippy::type_complexity)]
        const _: () = {
            const DECLARED: $typed = $name;
            $crate::abi::twin::<$typed, $raw>(DECLARED)
        };
        $crate::layout::twins! { $($rest)* }
    };
    ($(#[$cfg:meta])* inline $name:ident $typed:ty, $raw:ty; $($rest:tt)*) => {
        $(#[$cfg])*
        #[allow(clippy::type_complexity)]
        const _: () = $crate::abi::same::<$typed, $raw>();
        $crate::layout::twins! { $($rest)* }
    };
}

pub(crate) use twins;
