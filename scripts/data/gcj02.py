"""GCJ-02 to WGS84, by iterating the published forward formula.

The inverse agrees with the forward formula to better than 1e-9 degrees, far
below the 100 m grid of the borders that it is used on.
"""

import math

SEMI_MAJOR = 6378245.0
ECCENTRICITY_SQUARED = 0.00669342162296594323


def offset(lon, lat):
    """How far GCJ-02 lies from a WGS84 point: (degrees east, degrees north)."""
    x, y = lon - 105.0, lat - 35.0
    wave_x = (20.0 * math.sin(6.0 * x * math.pi) + 20.0 * math.sin(2.0 * x * math.pi)) * 2.0 / 3.0
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + wave_x
    north += (20.0 * math.sin(y * math.pi) + 40.0 * math.sin(y / 3.0 * math.pi)) * 2.0 / 3.0
    north += (160.0 * math.sin(y / 12.0 * math.pi) + 320.0 * math.sin(y * math.pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + wave_x
    east += (20.0 * math.sin(x * math.pi) + 40.0 * math.sin(x / 3.0 * math.pi)) * 2.0 / 3.0
    east += (150.0 * math.sin(x / 12.0 * math.pi) + 300.0 * math.sin(x / 30.0 * math.pi)) * 2.0 / 3.0
    phi = math.radians(lat)
    w = 1.0 - ECCENTRICITY_SQUARED * math.sin(phi) ** 2
    meridian = SEMI_MAJOR * (1.0 - ECCENTRICITY_SQUARED) / (w * math.sqrt(w))
    parallel = SEMI_MAJOR / math.sqrt(w) * math.cos(phi)
    return math.degrees(east / parallel), math.degrees(north / meridian)


def to_wgs84(lon, lat):
    x, y = lon, lat
    for _ in range(10):
        east, north = offset(x, y)
        x, y = lon - east, lat - north
    return x, y
