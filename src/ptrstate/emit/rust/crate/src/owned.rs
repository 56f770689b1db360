//! One strong reference.

use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;

use crate::borrowed::BorrowedPtr;
use crate::pointees::{IsA, Object, Pointee, PyObject};
use crate::raised::Raised;
use crate::raw;

/// One strong reference to a `T`; never NULL.  It ends exactly once: dropped, moved, or made raw.
#[repr(transparent)]
pub struct OwnedPtr<'py, T: Pointee = PyObject> {
    pointer: NonNull<T>,
    attached: PhantomData<&'py T>,
}

impl<'py, T: Pointee> OwnedPtr<'py, T> {
    /// Take up a reference.
    ///
    /// # Safety
    ///
    /// `pointer` points to a live `T`, and one reference to it is nobody's yet.
    #[inline(always)]
    pub unsafe fn assume_owned(pointer: NonNull<T>) -> Self {
        OwnedPtr {
            pointer,
            attached: PhantomData,
        }
    }

    /// Give the handle up and keep the reference in flight, for one [`assume_owned`](Self::assume_owned).
    #[inline(always)]
    #[must_use = "the reference is leaked unless somebody takes it up"]
    pub fn into_raw(self) -> NonNull<T> {
        ManuallyDrop::new(self).pointer
    }

    /// Lend the pointer for as long as this handle is not moved or dropped.
    #[inline(always)]
    pub fn borrow<'a>(&'a self) -> BorrowedPtr<'a, 'py, T> {
        // SAFETY: this handle keeps the object alive, and outlives the borrow.
        unsafe { BorrowedPtr::assume_borrowed(self.pointer) }
    }

    /// The address, to compare or print; no reference goes with it.
    #[inline(always)]
    pub fn as_raw(&self) -> NonNull<T> {
        self.pointer
    }

    /// This handle as one to a base of `T`.
    #[inline(always)]
    pub fn upcast<U: Pointee>(self) -> OwnedPtr<'py, U>
    where
        T: IsA<U>,
    {
        // SAFETY: every T is a U, and the reference moves to the new handle.
        unsafe { OwnedPtr::assume_owned(self.into_raw().cast()) }
    }

    /// This handle as one to a `U`.
    ///
    /// # Safety
    ///
    /// The object is a `U`.
    #[inline(always)]
    pub unsafe fn cast_unchecked<U: Pointee>(self) -> OwnedPtr<'py, U> {
        // SAFETY: the caller says so, and the reference moves to the new handle.
        unsafe { OwnedPtr::assume_owned(self.into_raw().cast()) }
    }
}

impl<T: Object> Clone for OwnedPtr<'_, T> {
    /// Make a second strong reference (`Py_NewRef`).
    #[inline(always)]
    fn clone(&self) -> Self {
        self.borrow().to_owned()
    }
}

impl<T: Pointee> Drop for OwnedPtr<'_, T> {
    /// Release the reference.
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: the reference is this handle's own, and the handle ends here.
        unsafe { T::release(self.pointer) }
    }
}

/// A function that takes its argument on success only has failed: the argument is back.
///
/// `?` drops it and goes on with the exception.
#[must_use = "an exception is pending, and the argument is yours again"]
pub struct NotTaken<'py, P = OwnedPtr<'py>> {
    /// The argument, still owned.
    pub argument: P,
    /// The pending exception.
    pub raised: Raised<'py>,
}

impl<'py, P> From<NotTaken<'py, P>> for Raised<'py> {
    fn from(failed: NotTaken<'py, P>) -> Self {
        failed.raised
    }
}

/// Release a reference to a Python object as `Py_DECREF` does.
///
/// # Safety
///
/// The reference is the caller's.
#[inline(always)]
pub(crate) unsafe fn release_object(pointer: NonNull<PyObject>) {
    // SAFETY: the caller's promise.
    unsafe { raw::decref(pointer.as_ptr()) }
}
