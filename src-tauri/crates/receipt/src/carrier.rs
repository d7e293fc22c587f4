//! Whose tracking number it is, offline: by its shape, its check digit and the words around it.
