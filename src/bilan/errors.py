"""All errors Bilan raises on purpose, the tree on top. Every message names the input and the way out."""


class BilanError(Exception):
    """Root of all of Bilan's errors.

    Args:
        message: what is wrong, naming the input (file and line where known).
        remedy: what to do about it.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} ({remedy})" if remedy else message)
        self.message = message
        self.remedy = remedy


class UsageError(BilanError):
    """The command line asks for something that cannot be: exit code 2."""


class InputError(BilanError):
    """An input cannot be read: exit code 3 when others could."""


class LanguageError(BilanError):
    """There is no pack for a language, or a pack's data is malformed."""


class GazetteerError(BilanError):
    """The place index is missing, of another version, or a user's gazetteer file is malformed."""


class CasebookError(BilanError):
    """A casebook cannot be opened: not a casebook, locked, or made by a newer Bilan."""


class IntegrityError(BilanError):
    """Stored bytes or the decision log are not what they were: exit code 4."""


class ModelError(BilanError):
    """A parser model is missing or of another version than the lock file names."""


class RegistryError(BilanError):
    """A file of event types or of the actor registry is malformed."""
