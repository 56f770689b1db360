//! `datetime.h`: the macros, over the table of functions that the module publishes.

use core::ffi::{c_char, c_int, c_uchar, c_void};
use core::sync::atomic::{AtomicPtr, Ordering};

use super::checks::{Py_IS_TYPE, PyObject_TypeCheck};
use super::layouts::Header;
use crate::pointees::PyObject;
use crate::structs::Py_hash_t;

type Object = *mut PyObject;

/// `PyDateTime_CAPI`
#[repr(C)]
struct Table {
    date: Object,
    datetime: Object,
    time: Object,
    delta: Object,
    tzinfo: Object,
    utc: Object,
    make_date: unsafe extern "C" fn(c_int, c_int, c_int, Object) -> Object,
    make_datetime: unsafe extern "C" fn(
        c_int,
        c_int,
        c_int,
        c_int,
        c_int,
        c_int,
        c_int,
        Object,
        Object,
    ) -> Object,
    make_time: unsafe extern "C" fn(c_int, c_int, c_int, c_int, Object, Object) -> Object,
    make_delta: unsafe extern "C" fn(c_int, c_int, c_int, c_int, Object) -> Object,
    make_timezone: unsafe extern "C" fn(Object, Object) -> Object,
    datetime_from_timestamp: unsafe extern "C" fn(Object, Object, Object) -> Object,
    date_from_timestamp: unsafe extern "C" fn(Object, Object) -> Object,
    make_datetime_fold: unsafe extern "C" fn(
        c_int,
        c_int,
        c_int,
        c_int,
        c_int,
        c_int,
        c_int,
        Object,
        c_int,
        Object,
    ) -> Object,
    make_time_fold:
        unsafe extern "C" fn(c_int, c_int, c_int, c_int, Object, c_int, Object) -> Object,
}

/// `PyDateTime_Date`
#[repr(C)]
struct Date {
    header: Header,
    hash: Py_hash_t,
    has_tzinfo: c_char,
    data: [c_uchar; 4],
}

/// `PyDateTime_DateTime`
#[repr(C)]
struct DateTime {
    header: Header,
    hash: Py_hash_t,
    has_tzinfo: c_char,
    data: [c_uchar; 10],
    fold: c_uchar,
    tzinfo: Object,
}

/// `PyDateTime_Time`
#[repr(C)]
struct Time {
    header: Header,
    hash: Py_hash_t,
    has_tzinfo: c_char,
    data: [c_uchar; 6],
    fold: c_uchar,
    tzinfo: Object,
}

/// `PyDateTime_Delta`
#[repr(C)]
struct Delta {
    header: Header,
    hash: Py_hash_t,
    days: c_int,
    seconds: c_int,
    microseconds: c_int,
}

unsafe extern "C" {
    fn PyCapsule_Import(name: *const c_char, no_block: c_int) -> *mut c_void;
    fn Py_FatalError(message: *const c_char) -> !;
    static mut _Py_NoneStruct: PyObject;
}

/// The table, imported by whoever needs it first.
unsafe fn table() -> &'static Table {
    static TABLE: AtomicPtr<Table> = AtomicPtr::new(core::ptr::null_mut());
    let mut found = TABLE.load(Ordering::Acquire);
    if found.is_null() {
        // SAFETY: the thread is attached.
        found = unsafe { PyCapsule_Import(c"datetime.datetime_CAPI".as_ptr(), 0) }.cast();
        if found.is_null() {
            // SAFETY: it does not come back.
            unsafe { Py_FatalError(c"datetime cannot be imported".as_ptr()) }
        }
        TABLE.store(found, Ordering::Release);
    }
    // SAFETY: the table is as old as the module, which is never unloaded.
    unsafe { &*found }
}

pub(crate) unsafe fn PyDateTime_TimeZone_UTC() -> Object {
    // SAFETY: the thread is attached.
    unsafe { table().utc }
}

macro_rules! checks {
    ($(fn $exact:ident() and fn $check:ident() for $field:ident;)*) => { $(
        pub(crate) unsafe fn $exact(object: Object) -> c_int {
            // SAFETY: the object is alive.
            unsafe { Py_IS_TYPE(object, table().$field) }
        }

        pub(crate) unsafe fn $check(object: Object) -> c_int {
            // SAFETY: the object is alive.
            unsafe { PyObject_TypeCheck(object, table().$field) }
        }
    )* };
}

checks! {
    fn PyDate_CheckExact() and fn PyDate_Check() for date;
    fn PyDateTime_CheckExact() and fn PyDateTime_Check() for datetime;
    fn PyTime_CheckExact() and fn PyTime_Check() for time;
    fn PyDelta_CheckExact() and fn PyDelta_Check() for delta;
    fn PyTZInfo_CheckExact() and fn PyTZInfo_Check() for tzinfo;
}

/// Fields that are one byte of the packed data, two, or three.
macro_rules! fields {
    ($(fn $name:ident() of $kind:ident is $($byte:literal)+;)*) => { $(
        pub(crate) unsafe fn $name(object: Object) -> c_int {
            // SAFETY: the object is of this kind.
            let data = unsafe { &(*object.cast::<$kind>()).data };
            let value = 0;
            $(let value = value << 8 | c_int::from(data[$byte]);)+
            value
        }
    )* };
}

fields! {
    fn PyDateTime_GET_YEAR() of Date is 0 1;
    fn PyDateTime_GET_MONTH() of Date is 2;
    fn PyDateTime_GET_DAY() of Date is 3;
    fn PyDateTime_DATE_GET_HOUR() of DateTime is 4;
    fn PyDateTime_DATE_GET_MINUTE() of DateTime is 5;
    fn PyDateTime_DATE_GET_SECOND() of DateTime is 6;
    fn PyDateTime_DATE_GET_MICROSECOND() of DateTime is 7 8 9;
    fn PyDateTime_TIME_GET_HOUR() of Time is 0;
    fn PyDateTime_TIME_GET_MINUTE() of Time is 1;
    fn PyDateTime_TIME_GET_SECOND() of Time is 2;
    fn PyDateTime_TIME_GET_MICROSECOND() of Time is 3 4 5;
}

/// Fields that stand by themselves.
macro_rules! plain {
    ($(fn $name:ident() of $kind:ident is $field:ident;)*) => { $(
        pub(crate) unsafe fn $name(object: Object) -> c_int {
            // SAFETY: the object is of this kind.
            c_int::from(unsafe { (*object.cast::<$kind>()).$field })
        }
    )* };
}

plain! {
    fn PyDateTime_DATE_GET_FOLD() of DateTime is fold;
    fn PyDateTime_TIME_GET_FOLD() of Time is fold;
    fn PyDateTime_DELTA_GET_DAYS() of Delta is days;
    fn PyDateTime_DELTA_GET_SECONDS() of Delta is seconds;
    fn PyDateTime_DELTA_GET_MICROSECONDS() of Delta is microseconds;
}

macro_rules! zones {
    ($(fn $name:ident() of $kind:ident;)*) => { $(
        pub(crate) unsafe fn $name(object: Object) -> Object {
            // SAFETY: the object is of this kind, and has a zone when it says so.
            unsafe {
                let value = &*object.cast::<$kind>();
                if value.has_tzinfo != 0 { value.tzinfo } else { &raw mut _Py_NoneStruct }
            }
        }
    )* };
}

zones! {
    fn PyDateTime_DATE_GET_TZINFO() of DateTime;
    fn PyDateTime_TIME_GET_TZINFO() of Time;
}

pub(crate) unsafe fn PyDate_FromDate(year: c_int, month: c_int, day: c_int) -> Object {
    // SAFETY: the caller's promise.
    unsafe { (table().make_date)(year, month, day, table().date) }
}

pub(crate) unsafe fn PyDateTime_FromDateAndTime(
    year: c_int,
    month: c_int,
    day: c_int,
    hour: c_int,
    minute: c_int,
    second: c_int,
    microsecond: c_int,
) -> Object {
    // SAFETY: the caller's promise.
    unsafe {
        let table = table();
        let none = &raw mut _Py_NoneStruct;
        (table.make_datetime)(
            year,
            month,
            day,
            hour,
            minute,
            second,
            microsecond,
            none,
            table.datetime,
        )
    }
}

#[allow(clippy::too_many_arguments)] // C has as many
pub(crate) unsafe fn PyDateTime_FromDateAndTimeAndFold(
    year: c_int,
    month: c_int,
    day: c_int,
    hour: c_int,
    minute: c_int,
    second: c_int,
    microsecond: c_int,
    fold: c_int,
) -> Object {
    // SAFETY: the caller's promise.
    unsafe {
        let (table, none) = (table(), &raw mut _Py_NoneStruct);
        let make = table.make_datetime_fold;
        make(
            year,
            month,
            day,
            hour,
            minute,
            second,
            microsecond,
            none,
            fold,
            table.datetime,
        )
    }
}

pub(crate) unsafe fn PyTime_FromTime(
    hour: c_int,
    minute: c_int,
    second: c_int,
    microsecond: c_int,
) -> Object {
    // SAFETY: the caller's promise.
    unsafe {
        let table = table();
        (table.make_time)(
            hour,
            minute,
            second,
            microsecond,
            &raw mut _Py_NoneStruct,
            table.time,
        )
    }
}

pub(crate) unsafe fn PyTime_FromTimeAndFold(
    hour: c_int,
    minute: c_int,
    second: c_int,
    microsecond: c_int,
    fold: c_int,
) -> Object {
    // SAFETY: the caller's promise.
    unsafe {
        let table = table();
        (table.make_time_fold)(
            hour,
            minute,
            second,
            microsecond,
            &raw mut _Py_NoneStruct,
            fold,
            table.time,
        )
    }
}

pub(crate) unsafe fn PyDelta_FromDSU(days: c_int, seconds: c_int, microseconds: c_int) -> Object {
    // SAFETY: the caller's promise.
    unsafe { (table().make_delta)(days, seconds, microseconds, 1, table().delta) }
}

pub(crate) unsafe fn PyTimeZone_FromOffset(offset: Object) -> Object {
    // SAFETY: the caller's promise.
    unsafe { (table().make_timezone)(offset, core::ptr::null_mut()) }
}

pub(crate) unsafe fn PyTimeZone_FromOffsetAndName(offset: Object, name: Object) -> Object {
    // SAFETY: the caller's promise.
    unsafe { (table().make_timezone)(offset, name) }
}

pub(crate) unsafe fn PyDateTime_FromTimestamp(arguments: Object) -> Object {
    // SAFETY: the caller's promise.
    unsafe { (table().datetime_from_timestamp)(table().datetime, arguments, core::ptr::null_mut()) }
}

pub(crate) unsafe fn PyDate_FromTimestamp(arguments: Object) -> Object {
    // SAFETY: the caller's promise.
    unsafe { (table().date_from_timestamp)(table().date, arguments) }
}
