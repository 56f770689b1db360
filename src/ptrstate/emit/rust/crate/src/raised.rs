//! The error indicator as a value.

use core::marker::PhantomData;

use crate::borrowed::BorrowedPtr;
use crate::pointees::PyTypeObject;
use crate::{Attached, raw};

/// An exception is pending in this thread.
///
/// Hand it to the caller (`?`, and [`Returned::returned`](crate::Returned::returned) at the end), or [`clear`](Self::clear) it.
#[must_use = "an exception is pending: return it or clear it"]
pub struct Raised<'py>(PhantomData<(&'py (), *mut ())>);

impl<'py> Raised<'py> {
    /// Say that an exception is pending, as after a function that has returned its error value.
    #[inline(always)]
    pub(crate) fn assume() -> Self {
        Raised(PhantomData)
    }

    /// The pending exception, if there is one.
    #[inline(always)]
    pub fn pending(_py: &Attached<'py>) -> Option<Self> {
        Self::is_pending().then(Self::assume)
    }

    #[inline(always)]
    pub(crate) fn is_pending() -> bool {
        // SAFETY: whoever has a handle or a token to ask with is attached.
        !unsafe { raw::PyErr_Occurred() }.is_null()
    }

    /// Whether the exception is one of `exception` (`PyErr_ExceptionMatches`).
    #[inline(always)]
    pub fn matches(&self, exception: BorrowedPtr<'_, 'py, PyTypeObject>) -> bool {
        // SAFETY: an exception is pending, and `exception` is alive.
        unsafe { raw::PyErr_ExceptionMatches(exception.as_raw().as_ptr().cast()) != 0 }
    }

    /// Forget the exception (`PyErr_Clear`).  Ask first which it is: a blanket clear loses what nobody expected.
    #[inline(always)]
    pub fn clear(self, _py: &mut Attached<'py>) {
        // SAFETY: the thread is attached, and the token is whole: what the exception held may run Python as it goes.
        unsafe { raw::PyErr_Clear() }
    }
}
