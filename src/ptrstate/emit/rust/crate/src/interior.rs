//! Pointers into memory that somebody else owns: texts, buffers, arrays.

use core::ffi::{CStr, c_char};
use core::marker::PhantomData;
use core::ptr::NonNull;

/// A non-null pointer to `V`s that live for `'a`: `const char *`, the text of a `str`, the first item of an array.
#[repr(transparent)]
pub struct InteriorPtr<'a, V = c_char> {
    pointer: NonNull<V>,
    owner: PhantomData<&'a V>,
}

/// The same where C writes `char *`: what is pointed to may be written.
#[repr(transparent)]
pub struct InteriorMut<'a, V = c_char> {
    pointer: NonNull<V>,
    owner: PhantomData<&'a mut V>,
}

impl<V> Copy for InteriorPtr<'_, V> {}

impl<V> Clone for InteriorPtr<'_, V> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> InteriorPtr<'_, V> {
    /// Read an address as a pointer that is good for the lifetime that is asked for.
    ///
    /// # Safety
    ///
    /// What is pointed to lives that long.
    #[inline(always)]
    pub unsafe fn assume(pointer: NonNull<V>) -> Self {
        InteriorPtr {
            pointer,
            owner: PhantomData,
        }
    }

    /// The address.
    #[inline(always)]
    pub fn as_ptr(self) -> *const V {
        self.pointer.as_ptr()
    }
}

impl<'a> InteriorPtr<'a> {
    /// The text up to its NUL.
    ///
    /// # Safety
    ///
    /// There is a NUL.
    pub unsafe fn to_c_str(self) -> &'a CStr {
        // SAFETY: the text lives for 'a, and the caller says that it ends.
        unsafe { CStr::from_ptr(self.as_ptr()) }
    }
}

impl<V> InteriorMut<'_, V> {
    /// The address.
    #[inline(always)]
    pub fn as_ptr(&self) -> *mut V {
        self.pointer.as_ptr()
    }
}

impl<'a> From<&'a CStr> for InteriorPtr<'a> {
    #[inline(always)]
    fn from(text: &'a CStr) -> Self {
        // A reference is never null.
        InteriorPtr {
            pointer: NonNull::from(text).cast(),
            owner: PhantomData,
        }
    }
}

impl<'a, V> From<&'a [V]> for InteriorPtr<'a, V> {
    #[inline(always)]
    fn from(items: &'a [V]) -> Self {
        InteriorPtr {
            pointer: NonNull::from(items).cast(),
            owner: PhantomData,
        }
    }
}

impl<'a, V, const N: usize> From<&'a [V; N]> for InteriorPtr<'a, V> {
    #[inline(always)]
    fn from(items: &'a [V; N]) -> Self {
        InteriorPtr {
            pointer: NonNull::from(items).cast(),
            owner: PhantomData,
        }
    }
}

/// A pointer that C declares as `void *`, as the argument of a converter of `PyArg_Parse` is.
#[repr(transparent)]
pub struct AsVoid<P>(pub P);
