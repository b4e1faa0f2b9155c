"""Event types as data: labels, definitions, crosswalks to ACLED, UCDP, PLOVER and CAMEO."""
