"""The actor registry: who a name stands for, as data, with names in French, English and Arabic."""
