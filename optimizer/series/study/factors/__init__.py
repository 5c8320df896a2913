"""What a study changes: each factor makes another problem of a problem, and nothing else.

A factor that draws does so from streams of its own, so that the same people leave, or are
trained, at every grid point; a higher value only adds to them.
"""
