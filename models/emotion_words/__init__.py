"""The words of `models.emotion`: which face they speak for, and how much.

Phrases are parted by ";". A word ending in "*" stands for every word that begins so, "a|b" for either, and "~" for
up to two words of any kind; apostrophes do not matter. The longest phrase wins, and a word counts for one phrase
only: `IDIOMS` are phrases that feel nothing, listed because of the words in them. A phrase that leaves no doubt
weighs more than a word that may be about anything; what weighs less than `models.emotion.THRESHOLD` only tips a
balance.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.emotion_words import dry, glad, hurt, soft, sudden
from models.expression import Expression

LEXICON: Mapping[Expression, Mapping[float, str]] = {
    **glad.WORDS,
    **dry.WORDS,
    **hurt.WORDS,
    **soft.WORDS,
    **sudden.WORDS,
}
"""Weight by face."""

IDIOMS = """
    about to; all over it; all right; all right then; and wait; it all at once; let's split up; are you sure; as well
    as; at last count; at the end; bad guy; bad guys; be sure; bed and; best of; better at; better than; big boss; big
    deal; boss fight; break down; bus stop; by the way; cold water; cool down; cooldown; cut the; dead end; dead pixel;
    deadline; each time; every morning; feel like; feels like; fight the boss; final boss; fine print; first then;
    first time; for sure; friend of; friend request; friends list; get started; go right; go to; going to; good at;
    good boy; happy hour; hard disk; hard drive; hard mode; hard to; heavy metal; hot dog; how about you; i hate to; i
    know that; i left; i'd like; i'm sure; in the morning; in time; just in case; kill streak; killed the; kind of;
    left my; left or right; let me know; like a; like to; long time; look like; looks like; lost in; love to hear; make
    sure; my boss; never mind; nevermind; new game plus; new york; next time; no line; no matter; not only; oh good
    grief; oh well; old fox; on the right; on time; one of; play nice; pretty much; rain check; rest of; right away;
    right hand; right here; right now; right on time; right there; scared of the dark; second hand; so far; so long as;
    sort of; sound like; sounds like; starting to wonder; stop at; stop by; stop sign; stopped by; sure about; tear
    down; thank god it; that's right; the boss; the end; the rest; the right; the stop; think it's; think of; this
    morning; this time; tomorrow morning; treat me; treat animals; treat her; treat him; treat others; treat people;
    treat someone; treat them; treat us; treat you; treated; treats me; treats you; turn right; wait for; wait till;
    wait until; waiting for; want a bite; want to bite into; well known; what a; what about; what are; what can; what
    color; what colour; what did; what do; what does; what i; what is; what kind; what should; what was; what we; what
    you; what your; worked on; worked out; would like; yes but; you have no idea; you left
"""
"""Phrases whose words mean nothing here."""

NEGATORS = """
    not no never neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt
    aint nobody nothing hardly hasnt havent hadnt
"""
INTENSIFIERS = """
    so really very extremely absolutely totally super incredibly too such completely freaking fucking damn bloody mega
    ultra insanely deeply truly utterly awfully terribly seriously hella literally genuinely wildly crazy ridiculously
    thoroughly
"""
DIMINISHERS = "bit little slightly kinda somewhat sorta mildly almost fairly slight vaguely"

ALONE = "what huh really seriously eh sorry pardon already"
"""Words that ask in disbelief when they are the whole question."""
STATING = """
    you he she they we this that theres youre hes shes theyre its it everyone everybody all
"""
"""First words of a statement; a question mark after one is disbelief."""
GREAT = """
    wow great wonderful brilliant fantastic marvellous marvelous amazing incredible impressive congratulations bravo
    genius shocking riveting thrilling fascinating groundbreaking spectacular charming inspiring adorable bold smooth
    subtle classy graceful elegant splendid remarkable excellent
"""
"""Great praise; as a whole sentence with a full stop it is none."""
DRY = "oh how simply just truly ah well absolutely utterly so"
"""Words that may stand before it."""
QUIET_CAPITALS = "I OK LOL OMG GG AFK BRB TV PC UK US USA ID DJ AI OBS VIP WTF LMAO ROFL XD"
"""Capitals that shout nothing."""

SIGNS: Mapping[Expression, str] = {
    Expression.HAPPY: ":) :-) (: =) :] ^^ ^_^ 🙂 😊 ☺ 😀 😃 😄 😁 😌 🥳 👍 🌞 🌸 👏 🙌 😇",
    Expression.EXCITED: "🎉 🎊 🤩 🚀 🔥 🏆 ⚡ 🥇 💥 \\o/",
    Expression.SNARKY: "😏 🙄 😒 🤨 💅 ;) ;-) 🤡 😼",
    Expression.THINKING: "🤔 🧐 💭 :/ :-/ 🤷",
    Expression.SURPRISED: "😮 😲 😱 😯 🤯 :o :-o o_o O_O 😳 😵 👀",
    Expression.SAD: ":( :-( ): =( :'( ;( ;_; T_T T-T 😢 😭 😞 😔 😟 🙁 ☹ 💔 🥺 😿 😥 😓 😩 </3",
    Expression.ANGRY: "😠 😡 🤬 👿 💢 >:( >:-( 😤 😾 🖕",
    Expression.SLEEPY: "😴 💤 🥱 😪 🛌 🌙 -_-zzz",
    Expression.LOVE: "<3 ❤ 💕 💖 💗 💓 💘 💝 😍 🥰 😘 💜 💙 💛 💚 🧡 🤍 🖤 💞 💋 🤗 😚 😻 🫶",
    Expression.LAUGHING: "😂 🤣 😆 😹 xD XD :D :-D =D 😅 💀",
    Expression.CAT_FACE: "😺 😸 🐱 🐾 🦊 :3 =3 >:3 :P :p 😜 😛 😝 😈 🐈 🙈",
}
"""Emoticons and emoji, as they are typed."""
SIGN_WEIGHT = 2.0
