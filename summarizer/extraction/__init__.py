"""Stage 5: Doc and Document -> entities, acronyms, definitions, terms; one module each."""
