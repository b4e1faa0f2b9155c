"""Groups that only grow by joining, with pairs that must never meet."""

from collections.abc import Iterable


class Groups:
    """Disjoint groups of keys. A group is named by its smallest key, so the order of joining leaves no trace.

    Args:
        keys: every key there is; each starts in a group of its own.
        parted: pairs that may never be in one group, not even through others.
    """

    def __init__(self, keys: Iterable[str], parted: Iterable[tuple[str, str]] = ()) -> None:
        self._parent = {key: key for key in keys}
        self._apart: dict[str, set[str]] = {}
        for left, right in parted:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def find(self, key: str) -> str:
        """Return the name of the group that holds `key`."""
        root = key
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def may_join(self, left: str, right: str) -> bool:
        """Tell whether joining the two groups would bring no parted pair together."""
        first, second = self.find(left), self.find(right)
        return second not in {self.find(key) for key in self._apart.get(first, ())}

    def join(self, left: str, right: str) -> bool:
        """Join two groups; return False, and do nothing, where that would bring a parted pair together."""
        first, second = sorted((self.find(left), self.find(right)))
        if first == second:
            return True
        if not self.may_join(first, second):
            return False
        self._parent[second] = first
        apart = self._apart.pop(second, set())
        if apart:
            self._apart.setdefault(first, set()).update(apart)
        return True

    def groups(self) -> dict[str, list[str]]:
        """Return every group by its name; names and members sorted."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._parent):
            found.setdefault(self.find(key), []).append(key)
        return found
