#!/usr/bin/env bash
# Makes chart-sans.otf from Debian's packages fonts-noto-cjk and fonttools: Latin, all unified ideographs of the first
# block (names of people have rare ones), Hong Kong's additions, and the Traditional shapes that Skia takes when the
# language is zh-Hant. Run it again only to change which characters it has.
set -euo pipefail
cd "$(dirname "$0")"
python3 - >characters.tmp <<'PYTHON'
def hong_kong():
    for row in range(0x87, 0xFF):
        for cell in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            try:
                yield bytes([row, cell]).decode('big5hkscs')
            except UnicodeDecodeError:
                pass


blocks = [(0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2027), (0x2030, 0x2040), (0x3000, 0x3040), (0x4E00, 0xA000), (0xFF00, 0xFFF0)]
letters = {chr(code) for first, end in blocks for code in range(first, end)} | set('€−×÷')
# Signs (№, ℃, →, ①) and rare ideographs; no Cyrillic, Greek or box drawing.
added = {c for c in hong_kong() if len(c) == 1 and (0x3400 <= ord(c) < 0x4E00 or 0x2100 <= ord(c) < 0x2500)}
print(''.join(sorted(letters | added)), end='')
PYTHON
pyftsubset /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc --font-number=2 --text-file=characters.tmp \
  --no-hinting --notdef-outline --layout-features=locl,kern \
  --layout-scripts=DFLT.dflt,hani.dflt,hani.ZHS,hani.ZHT,latn.dflt,latn.ZHS,latn.ZHT --output-file=chart-sans.otf
rm characters.tmp
