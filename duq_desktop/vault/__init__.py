"""Keys, pass phrases and sealing. Knows no SQL and no Qt; the store keeps what is made here.

``keys``      the key pair, its fingerprint, and what is sealed to it
``slots``     the private key wrapped in a pass phrase or a recovery key
``recovery``  the recovery key on paper
``phrases``   random words, and the four words of a fingerprint
``strength``  how good an own pass phrase is (loads zxcvbn, so import it only where it is asked)
``sealing``   one record of one size, bound to its place
``pins``      the computer's own note of which key is the right one
"""
