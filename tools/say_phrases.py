"""Has a program speak the phrase cards (espeak-ng, lame): stand-ins until a team puts its own voices in their place.

`python tools/say_phrases.py` writes desk/public/audio/say.PHRASE.LANGUAGE.mp3 for every phrase that has none.
"""

import json
import subprocess
import sys
from pathlib import Path

DESK = Path(__file__).resolve().parents[1] / "desk"
PHRASES = DESK / "src" / "stations" / "speak" / "phrases.json"
AUDIO = DESK / "public" / "audio"
VOICES = {"ht": "ht", "fr": "fr", "es": "es-419", "pt": "pt-br", "en": "en-us"}
WORDS_A_MINUTE = "135"
# Speech at arm's length: more would fill a tablet and say nothing more.
SMALL = ["--quiet", "-m", "m", "--resample", "16", "-b", "16"]


def main() -> int:
    for phrases in json.loads(PHRASES.read_text("utf-8")).values():
        for phrase, words in phrases.items():
            for language, said in words.items():
                file = AUDIO / f"say.{phrase}.{language}.mp3"
                if file.exists():
                    continue
                speak = ["espeak-ng", "-v", VOICES[language], "-s", WORDS_A_MINUTE, "--stdout", said]
                spoken = subprocess.run(speak, check=True, capture_output=True).stdout
                subprocess.run(["lame", *SMALL, "-", str(file)], input=spoken, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
