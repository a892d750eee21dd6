"""Letters that are taken for Latin ones, as a translation table, and signs that stand for letters.

Our own compilation: what normalisation form KD does not resolve by itself (other alphabets, small capitals, IPA,
letters with strokes). One reading a character: the look, not the sound.
"""

from __future__ import annotations

_PAIRS = """
а a А a ӑ a ӓ a в b В b ь b Ь b б b с c С c ҫ c ԁ d е e Е e ё e Ё e є e Є e э e ә e з e З e ғ f ԍ g һ h
Һ h н h Н h і i І i ї i Ї i ӏ i Ӏ i ј j Ј j к k К k қ k л n м m М m п n П n и n И n й n о o О o ө o ӧ o
р p Р p ԛ q г r Г r я r Я r ѕ s Ѕ s т t Т t ҭ t џ u ц u Ц u ч u ѵ v Ѵ v ԝ w Ԝ w ш w Ш w щ w х x Х x ҳ x
ж x у y У y ү y ұ y ў y ӯ y α a Α a ά a ∂ d β b Β b ϐ b ε e Ε e έ e Σ e ξ e ϵ e ζ z Ζ z η n Η h ή n θ o
Θ o ι i Ι i ί i κ k Κ k ϰ k λ l μ u Μ m ν v Ν n ο o Ο o ό o σ o π n ρ p Ρ p ϱ p ς s τ t Τ t υ u Υ y ύ u
φ o χ x Χ x ψ w ω w Ω o ώ w γ y Γ r ϲ c Ϲ c ϳ j Ϳ j ϻ m ı i ɩ i ɪ i ɨ i ɑ a ɐ a ɒ a ʌ a ᴀ a æ ae Æ ae ʙ b
ɓ b ƀ b ß ss ẞ ss ƈ c ɕ c ᴄ c ɔ o đ d Đ d ð d Ð d ɗ d ɖ d ᴅ d ə e ɛ e ǝ e ɘ e ᴇ e ƒ f ꜰ f ɡ g ɢ g ǥ g ɠ g
ħ h Ħ h ʜ h ɦ h ɥ h ʝ j ᴊ j ɟ j ĸ k ᴋ k ƙ k ł l Ł l ɫ l ɭ l ʟ l ƚ l ɱ m ᴍ m ɯ m ŋ n Ŋ n ɲ n ɳ n ɴ n ø o
Ø o œ oe Œ oe ɵ o ᴏ o þ p Þ p ᴘ p ɾ r ɹ r ʀ r ɽ r ʁ r ŧ t Ŧ t ʈ t ᴛ t ʇ t ʉ u ʊ u ᴜ u ʋ v ᴠ v ʍ w ᴡ w ʏ y
ɏ y ʎ y ƴ y ʐ z ʑ z ᴢ z ƶ z ꜱ s ʂ s ſ s ƽ s ɋ q ʠ q ǫ q ա w ե t հ h օ o ո n ս u ց g յ j ք p զ q տ s ɼ r
Ꭰ d Ꭱ r Ꭲ t Ꭺ a Ꭻ j Ꭼ e Ꮃ w Ꮇ m Ꮋ h Ꮐ g Ꮓ z Ꮖ i Ꮞ 4 Ꮟ b Ꮪ s Ꮮ l Ꮯ c Ꮲ p Ꮶ k Ꮩ v Ꮢ r 🅰 a 🅱 b 🅾 o 🅿 p ❶ 1
❸ 3 ⓿ 0 “ " ” " „ " ‘ ' ’ ' ‚ ' ‛ ' ʼ ' ＇ ' ` ' ´ ' ‐ - ‑ - ‒ - – - — - − - ․ . 。 . ⁎ * ∗ * ٭ *
"""


def _table() -> dict[int, str]:
    parts = _PAIRS.split()
    table = {ord(odd): plain for odd, plain in zip(parts[::2], parts[1::2], strict=True)}
    for place in range(26):
        letter = chr(ord("a") + place)
        for first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6):
            table[first + place] = letter
    return table


LOOKALIKES = _table()
"""Code point to the plain characters it is taken for."""

LEET = str.maketrans("01345789@$!|+€£¥¢", "oieastbgasiiteeyc")
"""Signs for letters, the first reading."""
LEET_L = str.maketrans("01345678@$!|+€£¥¢", "oleastgbaslltelyc")
"""The second reading: 1 and ! as l, 6 as g, £ as l."""
