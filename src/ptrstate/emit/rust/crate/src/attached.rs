//! The token of a thread that is attached to the interpreter, and how a call takes it along.

use core::marker::PhantomData;
use core::ptr::NonNull;

/// The thread is attached to the interpreter for `'py`: it may touch Python objects.
///
/// There is one per thread at a time, handed on as `&mut Attached<'py>`.  A call that may run Python needs all of it
/// ([`runs`](Self::runs)); a borrow from a mutable owner keeps a part of it ([`peek`](Self::peek)); so the two exclude each other.
pub struct Attached<'py>(PhantomData<(&'py (), *mut ())>);

impl<'py> Attached<'py> {
    /// Say that this thread is attached, as it is in every function that the interpreter calls.
    ///
    /// # Safety
    ///
    /// The thread is attached for `'py`, and this is its only token for `'t`.
    #[inline(always)]
    pub unsafe fn assume<'t>() -> &'t mut Self {
        // SAFETY: a reference to nothing needs no memory; the caller says that it is the only one.
        unsafe { NonNull::dangling().as_mut() }
    }

    /// Pass `value` to a function that may run Python: no borrow from a mutable owner is alive then.
    #[inline(always)]
    pub fn runs<'t, P>(&'t mut self, value: P) -> Runs<'t, 'py, P> {
        Runs(value, PhantomData)
    }

    /// Pass `value` to a function whose result a later call may invalidate: the result lasts until Python may run.
    #[inline(always)]
    pub fn peek<'t, P>(&'t self, value: P) -> Peek<'t, 'py, P> {
        Peek(value, PhantomData)
    }
}

/// An argument, and with it the whole token: the function may run Python, and by that end any borrow from a mutable owner.
///
/// It is passed as `P` is.  Made by [`Attached::runs`].
#[repr(transparent)]
pub struct Runs<'t, 'py, P>(pub(crate) P, PhantomData<&'t mut Attached<'py>>);

/// An argument, and with it a part of the token: what the function returns is good until Python may run.
///
/// It is passed as `P` is.  Made by [`Attached::peek`].
#[repr(transparent)]
pub struct Peek<'t, 'py, P>(pub(crate) P, PhantomData<&'t Attached<'py>>);
