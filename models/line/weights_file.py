"""Where the file of weights stands, and what a device would fetch of it."""

import json
import subprocess
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.bin")
BROTLI = """
const { readFileSync } = require("node:fs");
const { brotliCompressSync, constants } = require("node:zlib");
const file = readFileSync(process.argv[1]);
const params = { [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_QUALITY]: 11 };
process.stdout.write(String(brotliCompressSync(file, { params }).length));
"""


def compressed_size(file: Path = WEIGHTS) -> int:
    """Return the size of a file in bytes, packed as the server sends it (brotli)."""
    packed = subprocess.run(
        ["node", "-e", BROTLI, str(file)], check=True, capture_output=True, text=True
    )
    return int(json.loads(packed.stdout))
