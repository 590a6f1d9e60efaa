#!/usr/bin/env bash
# Makes chart-sans.otf from Debian's packages fonts-noto-cjk and fonttools: Latin, all of GB 2312 and Big5, with the
# Traditional shapes that Skia takes when the language is zh-Hant. Run it again only to change which characters it has.
set -euo pipefail
cd "$(dirname "$0")"
python3 - >characters.tmp <<'PYTHON'
def decoded(codec, rows, cells):
    for row in rows:
        for cell in cells:
            try:
                yield bytes([row, cell]).decode(codec)
            except UnicodeDecodeError:
                pass

double = list(range(0xA1, 0xFF))
letters = {chr(c) for block in [(0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2027), (0x2030, 0x2040), (0x3000, 0x3040), (0xFF00, 0xFFF0)] for c in range(*block)}
han = set(decoded('gb2312', range(0xA1, 0xF8), double)) | set(decoded('big5', range(0xA1, 0xFA), list(range(0x40, 0x7F)) + double))
# No kana, Cyrillic, Greek or box drawing: only what a label of a debt has.
kept = {c for c in han if 0x4E00 <= ord(c) <= 0x9FFF or 0x2100 <= ord(c) <= 0x2600}
print(''.join(sorted(letters | kept | set('₩€£$¥−×÷'))), end='')
PYTHON
pyftsubset /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc --font-number=2 --text-file=characters.tmp \
  --no-hinting --notdef-outline --layout-features=locl,kern \
  --layout-scripts=DFLT.dflt,hani.dflt,hani.ZHS,hani.ZHT,latn.dflt,latn.ZHS,latn.ZHT --output-file=chart-sans.otf
rm characters.tmp
