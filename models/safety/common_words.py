"""Short everyday words. Two of them in a row are two words, not one word torn apart ("go ok", "pen is")."""

from __future__ import annotations

_WORDS = """
a about ace act add ado age ago ah aim air al all also am an and ant any app arc are arm art as ask at ate aw
away ax b back bad bag ban bar bat be bean beat bed bee been beer before bell best bet better big bin bit blow
boat bob body boo book boss bow box boy bug bum bun bus but buy by bye c call came can cap car card care cat
chat chin city co come con cool cop cow crab cry cue cup cut d dad dam dan day den did die dig dim din do dog
don done door dot down dry due dug duo dy e each ear eat ed egg el else em en end er era es est et even ever ex
eye f fa face fact fad fan far fast fat fed fee feel feet few fig fin find fine fire fit fix fly fog for form
fox free from fry full fun fur g gag game gap gas gave gel get gig girl give glad go god gold gone good got grab
great gum gun gut guy h ha had hall ham hand hard has hat have he head hear heat held hen her here hey hi hid
high him hip his hit ho hold hole home hop hot how hug huh hum hut i ice id if ill in ink inn into is it its j
jam jar jaw job joe join jon joy jump just k keep key kid kill kin king kit knew know l la lab lad lake land lap
last late law lay led left leg let lid lie life like line link lip list live ll load log lol long look lot loud
love low luck m ma mad made mail make man map mat max may me men met mid mind mine miss mix mom mon more most
move mr mud mug must my n nap near neck need net new next nice night no nod nor not now nut o oak odd of off oh
oil ok old on once one only or our out own p pack pad page paid pal pan par part pass pat pay peg pen per pet pi
pick pie pig pin pit place play plus pop pot pro pub pull put q quit r ran rap rat raw re read real red rest rib
rid rip roll room rot row rub rug run s sad said sat saw say sea see self sell send set sex she shot show shy
side sign sing sir sit six ski sky sleep so some son song soon spy stay step stop sub such sue sum sun t tag
take talk tan tap tar tax tea team tell ten than that the them then there they thin thing think this those tie
time tin tip tit to toe told ton too took top touch toy tree try tub tug turn two u ugh uh um un up upon us use
v van ve very vet via vs w wait walk want war was way we web wet what when where which who why wide wife wig
will win wine wing wit with woe won wood word work wow x y ya yay year yep yes yet yo you your yum z zip zoo der
die das und ist ein eine du er sie es ich wir mit auf zu den dem von im el la los las un una de que en y no si
le les des et est il je tu on ce da do os um uma e se na em
ring rings three strap strip per pine hero sack skirt keys lack pedal travel wan kings gang bang over
"""

COMMON = frozenset(_WORDS.split())
