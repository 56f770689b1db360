"""A pointer released twice."""

from ptrstate import OwnedPtr
from ptrstate.pointees import PyListObject


def refused(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    item.drop()
    item.drop()
    return None


def fixed(list: OwnedPtr[PyListObject], item: OwnedPtr) -> object:
    item.drop()
    return None
