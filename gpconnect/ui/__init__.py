"""Everything a person sees: the window, its pages and the parts they are made of."""
