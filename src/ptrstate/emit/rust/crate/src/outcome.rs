//! Results that say how a function tells of a failure, each as wide as the C result and none to be overlooked.

use core::ffi::c_int;
use core::marker::PhantomData;

use crate::raised::Raised;

/// 0, or -1 with an exception set.
#[must_use = "-1 means that an exception is pending: or_raise()"]
#[repr(transparent)]
pub struct Status<V = c_int>(pub(crate) V);

/// 1 or 0, or -1 with an exception set.
#[must_use = "-1 means that an exception is pending: or_raise()"]
#[repr(transparent)]
pub struct Found<V = c_int>(pub(crate) V);

/// A C `int` that is only ever true or false.
#[must_use]
#[repr(transparent)]
pub struct Truth(pub(crate) c_int);

/// A number, or the sentinel `S` with an exception set.
#[must_use = "the sentinel means that an exception is pending: or_raise()"]
#[repr(transparent)]
pub struct OrError<V, const S: i64 = -1>(pub(crate) V);

/// NULL, or the sentinel `S`, which tells of an exception only when one is pending.
#[must_use = "an exception may be pending: or_none() or or_raise()"]
#[repr(transparent)]
pub struct Ambiguous<V, const S: i64 = -1>(pub(crate) V);

/// The result of a function that always leaves an exception.
#[must_use = "an exception is pending: raised()"]
#[repr(transparent)]
pub struct Always<'py, V>(pub(crate) V, PhantomData<Raised<'py>>);

impl Status {
    /// Success.
    pub const OK: Status = Status(0);
}

impl Truth {
    /// The answer.
    #[inline(always)]
    pub fn is_true(self) -> bool {
        self.0 != 0
    }
}

impl<'py, V> Always<'py, V> {
    /// The exception.
    #[inline(always)]
    pub fn raised(self) -> Raised<'py> {
        Raised::assume()
    }
}

/// A number that a function may use as its sentinel.
pub trait Number: Copy + PartialEq {
    /// The number as this type writes it.
    fn of(value: i64) -> Self;
}

macro_rules! numbers {
    ($($number:ty)*) => { $(
        impl Number for $number {
            #[inline(always)]
            fn of(value: i64) -> Self {
                value as $number
            }
        }
    )* };
}

numbers! { i8 u8 i16 u16 i32 u32 i64 u64 isize usize f32 f64 }

/// A result that can tell of a failure.
pub trait OrRaise<'py>: Sized {
    /// What there is on success.
    type Value;

    /// The value, or the exception that is pending.
    ///
    /// # Errors
    ///
    /// The function has failed.
    fn or_raise(self) -> Result<Self::Value, Raised<'py>>;
}

impl<'py, P> OrRaise<'py> for Option<P> {
    type Value = P;

    #[inline(always)]
    fn or_raise(self) -> Result<P, Raised<'py>> {
        match self {
            Some(pointer) => Ok(pointer),
            None => Err(Raised::assume()),
        }
    }
}

impl<'py, V: Number> OrRaise<'py> for Status<V> {
    type Value = ();

    #[inline(always)]
    fn or_raise(self) -> Result<(), Raised<'py>> {
        if self.0 == V::of(-1) {
            Err(Raised::assume())
        } else {
            Ok(())
        }
    }
}

impl<'py, V: Number> OrRaise<'py> for Found<V> {
    type Value = bool;

    #[inline(always)]
    fn or_raise(self) -> Result<bool, Raised<'py>> {
        if self.0 == V::of(-1) {
            Err(Raised::assume())
        } else {
            Ok(self.0 != V::of(0))
        }
    }
}

impl<'py, V: Number, const S: i64> OrRaise<'py> for OrError<V, S> {
    type Value = V;

    #[inline(always)]
    fn or_raise(self) -> Result<V, Raised<'py>> {
        if self.0 == V::of(S) {
            Err(Raised::assume())
        } else {
            Ok(self.0)
        }
    }
}

impl<'py, V: Number, const S: i64> OrRaise<'py> for Ambiguous<V, S> {
    type Value = V;

    #[inline(always)]
    fn or_raise(self) -> Result<V, Raised<'py>> {
        if self.0 == V::of(S) && Raised::is_pending() {
            Err(Raised::assume())
        } else {
            Ok(self.0)
        }
    }
}

impl<P, const S: i64> Ambiguous<Option<P>, S> {
    /// The pointer, `None` when there is nothing, or the exception that is pending.
    ///
    /// # Errors
    ///
    /// NULL, and an exception is pending.
    #[inline(always)]
    pub fn or_none<'py>(self) -> Result<Option<P>, Raised<'py>> {
        match self.0 {
            None if Raised::is_pending() => Err(Raised::assume()),
            answer => Ok(answer),
        }
    }
}

/// What a function written in Rust hands back to C: the value, or the error value of the result type.
pub trait Returned<R> {
    /// The C result; an exception stays pending.
    fn returned(self) -> R;
}

impl<P> Returned<Option<P>> for Result<P, Raised<'_>> {
    #[inline(always)]
    fn returned(self) -> Option<P> {
        self.ok()
    }
}

impl<P> Returned<Ambiguous<Option<P>>> for Result<Option<P>, Raised<'_>> {
    #[inline(always)]
    fn returned(self) -> Ambiguous<Option<P>> {
        Ambiguous(self.ok().flatten())
    }
}

impl<V: Number> Returned<Status<V>> for Result<(), Raised<'_>> {
    #[inline(always)]
    fn returned(self) -> Status<V> {
        Status(V::of(if self.is_ok() { 0 } else { -1 }))
    }
}

impl<V: Number> Returned<Found<V>> for Result<bool, Raised<'_>> {
    #[inline(always)]
    fn returned(self) -> Found<V> {
        Found(match self {
            Ok(found) => V::of(found.into()),
            Err(_) => V::of(-1),
        })
    }
}

impl<V: Number, const S: i64> Returned<OrError<V, S>> for Result<V, Raised<'_>> {
    #[inline(always)]
    fn returned(self) -> OrError<V, S> {
        OrError(self.unwrap_or(V::of(S)))
    }
}

impl<V: Number, const S: i64> Returned<Ambiguous<V, S>> for Result<V, Raised<'_>> {
    #[inline(always)]
    fn returned(self) -> Ambiguous<V, S> {
        Ambiguous(self.unwrap_or(V::of(S)))
    }
}

impl<'py, V: Default> Returned<Always<'py, V>> for Raised<'py> {
    #[inline(always)]
    fn returned(self) -> Always<'py, V> {
        Always(V::default(), PhantomData)
    }
}
