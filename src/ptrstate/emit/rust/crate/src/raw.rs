//! The few functions that the types themselves need, with raw pointers.

use core::ffi::c_int;

use crate::pointees::PyObject;

unsafe extern "C" {
    pub(crate) fn PyErr_Occurred() -> *mut PyObject;
    pub(crate) fn PyErr_ExceptionMatches(exception: *mut PyObject) -> c_int;
    pub(crate) fn PyErr_Clear();
}

#[cfg(not(any(Py_LIMITED_API, Py_COUNTS_BY_CALL, not(target_pointer_width = "64"))))]
mod counts {
    //! As the macros of `object.h` do it, on the fields of the object.

    use crate::inline::layouts::Header;
    use crate::pointees::PyObject;

    unsafe extern "C" {
        fn _Py_Dealloc(object: *mut PyObject);
    }

    /// Make a reference.
    ///
    /// # Safety
    ///
    /// The object is alive, and the thread is attached.
    #[inline(always)]
    pub(crate) unsafe fn incref(object: *mut PyObject) {
        let header: *mut Header = object.cast();
        // SAFETY: the object is alive, and only an attached thread counts.
        unsafe {
            #[cfg(not(Py_3_12))]
            {
                (*header).count += 1;
            }
            #[cfg(Py_3_12)]
            {
                // The lower half of the count: an immortal object has it full, and stays as it is.
                let half = if cfg!(target_endian = "big") { 1 } else { 0 };
                let lower = (&raw mut (*header).count).cast::<u32>().add(half);
                let count = (*lower).wrapping_add(1);
                if count != 0 {
                    *lower = count;
                }
            }
        }
    }

    /// End a reference.
    ///
    /// # Safety
    ///
    /// The reference is the caller's, and the thread is attached.
    #[inline(always)]
    pub(crate) unsafe fn decref(object: *mut PyObject) {
        let header: *mut Header = object.cast();
        // SAFETY: the object is alive, only an attached thread counts, and the last reference ends the object.
        unsafe {
            #[cfg(Py_3_12)]
            if ((*header).count as i32) < 0 {
                return;
            }
            (*header).count -= 1;
            if (*header).count == 0 {
                _Py_Dealloc(object);
            }
        }
    }
}

#[cfg(any(Py_LIMITED_API, Py_COUNTS_BY_CALL, not(target_pointer_width = "64")))]
mod counts {
    //! As the stable ABI does it, by calls.

    use crate::pointees::PyObject;

    unsafe extern "C" {
        #[link_name = "Py_IncRef"]
        pub(crate) fn incref(object: *mut PyObject);
        #[link_name = "Py_DecRef"]
        pub(crate) fn decref(object: *mut PyObject);
    }
}

pub(crate) use counts::{decref, incref};
