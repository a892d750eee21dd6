"""Words to her: phrases that can only mean the one spoken to, praise and blame. For `models.kindness`.

Parted by ";", without apostrophes; "*" stands for the rest of a word.
"""

from __future__ import annotations

PHRASES: dict[float, str] = {
    1.0: """
        i love you; i adore you; love you; love u; luv you; luv u; ily; ilysm; love ya; i do love you; youre my best
        friend; you mean the world; you mean so much; you mean a lot to me; you mean everything; i really love you; i
        do love you; i truly love you; youre the best; you are the best; youre everything; i love having you; marry me
    """,
    0.8: """
        good girl; best girl; good bot; good fox; good job; great job; nice job; well done; nice work; great work; i
        like you; proud of you; you made my day; you make me happy; you make me smile; you make me laugh; you cheer me
        up; you always cheer me up; you made me smile; you made me laugh; you rock; you rule; you slay; glad youre
        here; glad you are here; happy youre here; glad to have you; happy to have you; glad i have you; lucky to have
        you; i missed you; i miss you; missed you; cant live without you; i trust you; i care about you; i appreciate
        you; i enjoy talking to you; i like talking to you; i love talking to you; nice to see you; good to see you;
        great to see you; nice to meet you; hugs for you; hug you; give you a hug; kiss you; you saved me; you saved
        my; youre killing it; you did great; you did well; you did so well; you nailed it; best companion; best
        assistant; love your; i love how you
    """,
    0.5: """
        thank you; thanks; thank u; thankyou; thx; ty; tysm; tyvm; cheers mate; much appreciated; i appreciate it; i
        appreciate that; that helped; that was helpful; that was really helpful; very helpful; nice one; good one; well
        played; good answer; great answer; good idea; great idea; good point; you helped me; im sorry vesper; sorry for
        yelling at you; i didnt mean it; please forgive me; youre right; you are right; you were right; pretty please;
        welcome back
    """,
    -1.0: """
        i hate you; hate you; i despise you; i loathe you; fuck you; fuck off; f off; piss off; screw you; go to hell;
        burn in hell; kill yourself; kys; drop dead; go die; eat shit; nobody likes you; no one likes you; nobody loves
        you; everyone hates you; everybody hates you; i want to delete you; ill delete you; im deleting you; im going
        to delete you; i will uninstall you; ill uninstall you; im uninstalling you; im going to uninstall you; im
        replacing you; worst thing ever
    """,
    -0.7: """
        shut up; shut it; shut the fuck up; stfu; shut your mouth; shut your face; shut your trap; go away; get lost;
        get out; leave me alone; you suck; you stink; you blow; u suck; you bore me; you annoy me; you disgust me; you
        make me sick; i dont like you; i dont love you; i dont need you; i dont want you; i dont trust you; i cant
        stand you; sick of you; tired of you; nobody asked you; nobody asked; no one asked; who asked you; nobody cares
        what you; no one cares what you; you ruin everything; you ruined; bad girl; bad bot; bad fox; bite me; get
        bent; talk to the hand; you lied to me; you always lie; youre lying; you get everything wrong; you know
        nothing; you never listen; you never understand; worst bot; worst assistant; worst companion; worst ai
    """,
    -0.4: """
        be quiet; quiet; hush; zip it; pipe down; stop talking; stop it; stop that; shush; cut it out; knock it off; no
        more talking; you talk too much; youre wrong; you are wrong; you were wrong; wrong again; that was useless;
        that didnt help; that wasnt helpful; youre no help; you are no help; you didnt help; thats not what i asked;
        not what i asked; bad answer; terrible answer; whats wrong with you; what is wrong with you
    """,
}
"""By how kind they are."""

NOT_TO_HER = """
    no thanks; no thank you; thanks to; shut up and take; nobody asked me; quiet place; quiet night; quiet day; quiet
    evening; quiet morning; quiet game; stop it from; stop that from; be quiet around; a quiet; too quiet; so quiet; it
    is quiet; its quiet; get out of bed; get out of the house
"""
"""What sounds like one of them and is not."""

PRAISE = """
    amazing; awesome; wonderful; fantastic; great; brilliant; lovely; beautiful; pretty; gorgeous; cute; cutest; cutie;
    adorable; sweet; sweetest; sweetheart; kind; kindest; nice; nicest; good; smart; clever; intelligent; wise; funny;
    hilarious; witty; helpful; useful; perfect; incredible; excellent; superb; charming; precious; special; best; cool;
    coolest; fun; talented; impressive; legend*; star; angel; queen; goddess; princess; treasure; gem; genius; darling;
    dear; friend; bestie; hero; icon*; goat; delight*; patient; loyal; brave; strong; warm; soothing; comforting;
    stunning; fabulous; magical; my favourite; my favorite; favourite; favorite; a blessing; the sweetest; so good at
"""
BLAME = """
    stupid; dumb; dumbest; dumbass; idiot*; moron*; imbecile; fool; foolish; useless; worthless; pointless; terrible;
    horrible; awful; bad; worst; annoying; irritating; boring; dull; lame; ugly; disgusting; gross; pathetic;
    ridiculous; cringe; cringey; creepy; weird; fake; trash; garbage; rubbish; crap; shit; shitty; bullshit; sucks;
    suck; hopeless; incompetent; slow; clueless; brainless; mindless; braindead; dense; loser; failure; joke; clown;
    bitch; cunt; whore; slut; ass; asshole; bastard; jerk; brat; pig; cow; freak; monster; evil; mean; rude; lazy;
    liar; hated; unwanted; unfunny; obnoxious; insufferable; unbearable; a waste; waste; broken; defective; toaster;
    crazy; insane; wrong; fat; old; stinky; cheap; overrated; waste of space; piece of junk; junk; piece of shit; piece
    of crap; piece of garbage; the problem
"""
