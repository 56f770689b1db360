//! Each type of the crate and the C type that it is passed as, checked when the crate is compiled.

use core::ffi::c_void;
use core::mem::{ManuallyDrop, align_of, size_of, transmute_copy};
use core::ptr::NonNull;

use crate::pointees::Pointee;
use crate::{
    Always, Ambiguous, AsVoid, BorrowedPtr, Found, InteriorMut, InteriorPtr, OrError, OwnedPtr,
    Peek, Raised, Runs, Status, Truth,
};

/// A type that is passed to C exactly as `Raw` is.
///
/// # Safety
///
/// Both have the same size, alignment and calling convention, and every value is one of `Raw`.
pub unsafe trait Abi: Sized {
    /// The type in C.
    type Raw;

    /// The size and alignment are the same; naming this makes the compiler look.
    const SAME: () = assert!(
        size_of::<Self>() == size_of::<Self::Raw>()
            && align_of::<Self>() == align_of::<Self::Raw>(),
        "a type is not laid out as the C type it stands for"
    );

    /// The C value; whatever the value owned goes with it.
    #[inline(always)]
    fn into_c(self) -> Self::Raw {
        let () = Self::SAME;
        // SAFETY: the layouts are the same, and the value is not used again.
        unsafe { transmute_copy(&ManuallyDrop::new(self)) }
    }

    /// The C value, while what the value owns stays with it.
    #[inline(always)]
    fn as_c(&self) -> Self::Raw {
        let () = Self::SAME;
        // SAFETY: the layouts are the same, and a raw value owns nothing.
        unsafe { transmute_copy(self) }
    }

    /// The value that C returned.
    ///
    /// # Safety
    ///
    /// It is what this type says: not NULL, owned, alive for the lifetime asked for.
    #[inline(always)]
    unsafe fn from_c(raw: Self::Raw) -> Self {
        let () = Self::SAME;
        // SAFETY: the layouts are the same, and the caller says that the value is one of this type.
        unsafe { transmute_copy(&raw) }
    }
}

/// A type that is never NULL, so that `Option` of it is the nullable C pointer.
///
/// # Safety
///
/// The NULL pointer is no value of it, and the compiler knows.
pub unsafe trait Pointer: Abi {}

macro_rules! abi {
    ($([$($generics:tt)*] $state:ty = $raw:ty;)*) => { $(
        // SAFETY: `$state` is transparent, or is the C type itself.
        unsafe impl<$($generics)*> Abi for $state {
            type Raw = $raw;
        }
    )* };
}

macro_rules! pointers {
    ($([$($generics:tt)*] $state:ty = $raw:ty;)*) => {
        abi! { $([$($generics)*] $state = $raw;)* }
        $(
            // SAFETY: it is transparent over a type that is never null.
            unsafe impl<$($generics)*> Pointer for $state {}
        )*
    };
}

pointers! {
    [T: Pointee] OwnedPtr<'_, T> = *mut T::Struct;
    [T: Pointee] BorrowedPtr<'_, '_, T> = *mut T::Struct;
    [T: Pointee] NonNull<T> = *mut T::Struct;
    [V: Abi] InteriorPtr<'_, V> = *const V::Raw;
    [V: Abi] InteriorMut<'_, V> = *mut V::Raw;
    [V: Abi] &mut V = *mut V::Raw;
    [V: Abi] &V = *const V::Raw;
    [P: Pointer] AsVoid<P> = *mut c_void;
}

abi! {
    [P: Pointer] Option<P> = P::Raw;
    [P: Abi] Runs<'_, '_, P> = P::Raw;
    [P: Abi] Peek<'_, '_, P> = P::Raw;
    [V: Abi] Status<V> = V::Raw;
    [V: Abi] Found<V> = V::Raw;
    [V: Abi, const S: i64] OrError<V, S> = V::Raw;
    [V: Abi, const S: i64] Ambiguous<V, S> = V::Raw;
    [V: Abi] Always<'_, V> = V::Raw;
    [V: Abi] ManuallyDrop<V> = V::Raw;
    [] Truth = core::ffi::c_int;
    [] c_void = c_void;
    [] () = ();
    [] Raised<'_> = ();
    [V: Abi] *mut V = *mut V::Raw;
    [V: Abi] *const V = *const V::Raw;
}

macro_rules! scalars {
    ($($scalar:ty)*) => { abi! { $([] $scalar = $scalar;)* } };
}

scalars! { i8 u8 i16 u16 i32 u32 i64 u64 isize usize f32 f64 }

/// The signature of a C function, and the same with raw pointers.
///
/// # Safety
///
/// `Raw` takes and returns what `Self` does, in the same registers.
pub unsafe trait Signature {
    /// The signature as C has it.
    type Raw;

    /// Naming this compares the layouts of all parameters and of the result.
    const SAME: ();
}

macro_rules! signatures {
    ($(($($parameter:ident)*))*) => { $(
        // SAFETY: each parameter and the result are passed as their raw twins are.
        unsafe impl<R: Abi, $($parameter: Abi),*> Signature for unsafe extern "C" fn($($parameter),*) -> R {
            type Raw = unsafe extern "C" fn($($parameter::Raw),*) -> R::Raw;
            const SAME: () = { $(let () = $parameter::SAME;)* R::SAME };
        }
    )* };
}

macro_rules! variadic_signatures {
    ($(($($parameter:ident)*))*) => { $(
        // SAFETY: each parameter and the result are passed as their raw twins are.
        unsafe impl<R: Abi, $($parameter: Abi),*> Signature for unsafe extern "C" fn($($parameter,)* ...) -> R {
            type Raw = unsafe extern "C" fn($($parameter::Raw,)* ...) -> R::Raw;
            const SAME: () = { $(let () = $parameter::SAME;)* R::SAME };
        }
    )* };
}

signatures! {
    () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) (A B C D E F G H I)
    (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L) (A B C D E F G H I J K L M)
    (A B C D E F G H I J K L M N) (A B C D E F G H I J K L M N O) (A B C D E F G H I J K L M N O P)
    (A B C D E F G H I J K L M N O P Q) (A B C D E F G H I J K L M N O P Q S)
}
variadic_signatures! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) }

/// Have the compiler refuse a signature whose raw twin is not `Raw`.
pub const fn twin<S: Signature<Raw = Raw> + Copy, Raw>(_declared: S) {
    S::SAME
}

/// The same where there is no function to show.
pub const fn same<S: Signature<Raw = Raw>, Raw>() {
    S::SAME
}

/// Call a function that has raw pointers with typed arguments: `&x` passes `x` and leaves what it owns with it.
macro_rules! pass {
    (@ ($($callee:tt)*) ($($done:expr,)*) & $argument:ident, $($rest:tt)*) => {
        $crate::abi::pass! { @ ($($callee)*) ($($done,)* $argument.as_c(),) $($rest)* }
    };
    (@ ($($callee:tt)*) ($($done:expr,)*) $argument:ident, $($rest:tt)*) => {
        $crate::abi::pass! { @ ($($callee)*) ($($done,)* $argument.into_c(),) $($rest)* }
    };
    (@ ($($callee:tt)*) ($($done:expr,)*) $(,)?) => { $crate::abi::Abi::from_c($($callee)*($($done),*)) };
    (inline::$callee:ident($($arguments:tt)*)) => { $crate::abi::pass! { @ (inline::$callee) () $($arguments)*, } };
    ($callee:ident($($arguments:tt)*)) => { $crate::abi::pass! { @ ($callee) () $($arguments)*, } };
}

pub(crate) use pass;
