// The first file of this target; its parts arrive beside it.
