//! A pointer without a reference of its own.

use core::marker::PhantomData;
use core::ptr::NonNull;

use crate::owned::OwnedPtr;
use crate::pointees::{IsA, Object, Pointee, PyObject};
use crate::raw;

/// A non-null pointer without a duty, good for `'a`.
///
/// From an immutable owner `'a` is the life of the handle it came from.  From a mutable owner (a list, a dict, a thread) `'a` is a
/// loan of the [`Attached`](crate::Attached) token besides, so that it ends before Python may run.
#[repr(transparent)]
pub struct BorrowedPtr<'a, 'py, T: Pointee = PyObject> {
    pointer: NonNull<T>,
    from: PhantomData<&'a &'py T>,
}

impl<T: Pointee> Copy for BorrowedPtr<'_, '_, T> {}

impl<T: Pointee> Clone for BorrowedPtr<'_, '_, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<'a, 'py, T: Pointee> BorrowedPtr<'a, 'py, T> {
    /// Read an address as a borrow.
    ///
    /// # Safety
    ///
    /// `pointer` points to a `T` that lives for `'a` at least.
    #[inline(always)]
    pub unsafe fn assume_borrowed(pointer: NonNull<T>) -> Self {
        BorrowedPtr {
            pointer,
            from: PhantomData,
        }
    }

    /// The address; no reference goes with it.
    #[inline(always)]
    pub fn as_raw(self) -> NonNull<T> {
        self.pointer
    }

    /// This borrow as one of a base of `T`.
    #[inline(always)]
    pub fn upcast<U: Pointee>(self) -> BorrowedPtr<'a, 'py, U>
    where
        T: IsA<U>,
    {
        // SAFETY: every T is a U.
        unsafe { BorrowedPtr::assume_borrowed(self.pointer.cast()) }
    }

    /// This borrow as one of a `U`.
    ///
    /// # Safety
    ///
    /// The object is a `U`.
    #[inline(always)]
    pub unsafe fn cast_unchecked<U: Pointee>(self) -> BorrowedPtr<'a, 'py, U> {
        // SAFETY: the caller says so.
        unsafe { BorrowedPtr::assume_borrowed(self.pointer.cast()) }
    }
}

impl<'py, T: Object> BorrowedPtr<'_, 'py, T> {
    /// Promote the borrow: make a strong reference (`Py_NewRef`).
    #[inline(always)]
    pub fn to_owned(self) -> OwnedPtr<'py, T> {
        // SAFETY: the object is alive, and the reference made here goes to the handle.
        unsafe {
            raw::incref(self.pointer.as_ptr().cast());
            OwnedPtr::assume_owned(self.pointer)
        }
    }
}
