"""Words of surprise, laughter and mischief. See `models.emotion_words` for how they are written."""

from __future__ import annotations

from collections.abc import Mapping

from models.expression import Expression

WORDS: Mapping[Expression, Mapping[float, str]] = {
    Expression.SURPRISED: {
        3.0: """
            hundred people; hundred people just; thousand people; thousand people just
        """,
        2.8: """
            a bolt; a real sword; a second ago; aack; aah; ack; actually works; all at once; all of you come; all this
            for; almost jumped; already done; already finished; already here; am i awake; am i dreaming; am i hearing;
            am i reading; am i seeing; are my ears; are they real; are you for real; are you serious; are you telling
            me; at this hour; back already; back so soon; back up; beg your pardon; believe my ears; believe my eyes;
            believing my; blew my mind; blown away; blows my mind; can do that; can this be; can't be right; can't
            believe; cannot be; cannot believe; caught me off guard; close call; color me surprised; come again; come
            from nowhere; could it be; couldn't believe; deceiving me; did i hear; did i read; did not expect; did not
            know that; did not see that; did not think; did that just; did that really; did what; did you just; did you
            really; did you see; did you see that; didn't expect; didn't hear you; didn't know that; didn't realise;
            didn't realize; didn't see that; didn't think; didn't think it; didn't think you; don't believe it; don't
            tell me you; double take; eh what; escalated quickly; excuse me what; eyes deceiving; eyes popped; eyes
            wide; faster than i expected; fell out of my chair; for little old me; for real though; free the whole
            time; gah what; gave you how; good gracious; good grief; good heavens; good lord; goodness; goodness me;
            goodness where; got me good; gracious; great heavens; great scott; guess what just; had me fooled; had no
            idea; hang on; hang on did; hang on that; hang on you; have i been; have i seen; he actually; he did what;
            he what; heavens; heavens above; hello what's this; here a second; here already; here so soon; hold on a;
            hold on what; hold on you; hold the phone; hold up; holy cow; holy crap; holy guacamole; holy moly; holy
            shit; holy smokes; holy wow; how did he; how did she; how did that; how did that happen; how did they; how
            did you; how in the; how is it already; how is that even; how is that possible; how is this even; how is
            this possible; how much did; how much now; how on earth; huh that; huh would; i beg your pardon; i did not
            know; i didn't know; i had no idea; i never knew; i never thought; i never would have; i take it back; i
            was not ready; i'll be damned; i'm speechless; i'm stunned; i've never seen; in the name of; is it really;
            is it really that; is that a real; is that even; is that real; is this a dream; is this even; is this for
            me; is this real; is this really; it actually; it actually worked; it actually works; it can do that; it
            can't be; it costs how much; it did what; it what; it's today; jaw drop*; jaw hit; jaw just; jinkies; jump
            scare; jumped out of my; jumpscare; just like that; knock me over; leaving already; left field; like magic;
            little old me; look at the size; lost for words; made me jump; me really; mean to tell me; mind blown; mind
            is blown; more than i expected; my eyes deceiving; my goodness; my jaw; my stars; my word; name of the
            moon; nearly jumped; never believe; never expected; never have i; never imagined; never in my life; never
            saw that; never seen anything; never would have guessed that; never would have thought; no one told me; no
            way; no words; nobody told me; not expecting; not once have i; not prepared; not ready for that; of all
            people; of all things; off guard; oh my goodness; oh my word; oh wow; omfg; oooh; out of left field; out of
            my skin; out of nowhere; out of the blue; out of thin air; pardon me what; plot thickens; plot twist; poof;
            popped out; popped up; really now; rub my eyes; run that by me; say what; say what now; scared me; scared
            the; scared the fluff; scared the life; second ago; she actually; she did what; she what; since when; so
            many people; so soon; so that was you; something moved; speechless; stars above; startled; startled me;
            than i expected; than we expected; that actually; that can't be; that escalated; that fast; that is new;
            that many; that quickly; that was close; that was you; that's a lot; that's a twist; that's impossible;
            that's new; that's today; that's unexpected; they actually; they did what; they what; this early; this
            fast; this many; this quickly; too close; unexpected; wait are; wait did; wait is; wait that; wait what;
            wait when; wait where; wait who; wait you; was expecting the opposite; was fast; was not expecting; was not
            prepared; was not ready for; was quick; was sudden; was unexpected; wasn't expecting; wasn't prepared;
            wasn't ready for; we had no idea; well i'll be; well look at; well well what; went wide; what a twist; what
            do we have here; what have we here; what in the world; what is happening; what is this; what just; what
            just happened; what on earth; what the; what was that; what year; what you're leaving; what's happening;
            what's this; when did that happen; where am i; where are we; where did all; where did everyone; where did
            he; where did it; where did she; where did that come from; where did they; where did you all; where is
            everyone; where'd; who is that; who said that now; who saw that; who was that; who's there; why didn't you
            tell; wide eyes; won't believe; would have guessed that; would never have guessed; would you believe; would
            you look; wtf; wth; yeesh; you are joking; you are kidding; you bought me; you can cook; you can do that;
            you can sing; you did what; you don't say; you mean to tell; you must be joking; you must be kidding; you
            never told; you serious; you what; you wrote this; you'd do that; you're awake; you're joking; you're
            kidding; you're telling me; you've been here; yow; yowza; zoinks
        """,
        2.6: """
            actually correct; did you come from; just walked in; where did you come; you can juggle
        """,
        2.1: """
            ambush; astonish*; astound*; bam; bewilder*; blimey; boo; crikey; dumbfound*; eek; eep; flabbergast*; gasp;
            gasps; gee; gobsmack*; golly; gosh; huh; inconceivable; jeez; jumpscares; kaboom; mindblow*; sheesh;
            shocked; startl*; stun*; suddenly; surpris*; unbelievable; wha; whaa; whaaat; whoa; woah; wow; wowie;
            wowza; yikes
        """,
        2.0: """
            oh my stars; you remembered
        """,
        1.6: """
            oh my; oh my god; oh my gosh; omg
        """,
        1.5: """
            a gift; all along; all this time; excuse me; it was you; it's already; than expected; the whole time;
            what's going on
        """,
        1.4: """
            appeared; believe this; can you believe; do that for me; gets me every; hold on; impossible; in one night;
            look at that; my eyes; my my; never heard; never seen; never thought; ooh; overnight; phew; rewind; so
            fast; what is that; what's that; you actually; you drew; you made that; you made this; you speak; the whole
            thing
        """,
        1.2: """
            a thousand; incredible; twist; unreal; wait
        """,
        0.9: """
            really; seriously; surprising*
        """,
        0.6: """
            a million; million; oh; reveal; secret; sudden; thousand; what
        """,
    },
    Expression.LAUGHING: {
        3.4: """
            almost fell off; and i love it haha; crying i'm laughing; dumbest joke; dumbest thing; dumbest thing i've;
            fit of giggles; giggling fit; had me rolling; i'm cackling; i'm dying here; i'm in tears laughing; i'm
            laughing; laugh so; laugh until; laughed until; laughing fit; laughing harder; laughing too; laughing too
            hard; laughing until; laughs harder; nearly choked; nearly fell off; oh no i'm laughing; peak comedy;
            roflcopter; snort sorry; spit take; that killed me; tripped over your own; unexpectedly funny
        """,
        3.2: """
            ahaha*; bahaha*; banana peel; belly laugh; best joke; best laugh; burst out laughing; busting a gut;
            bwahaha*; cackling; can't breathe; can't stop laughing; cannot breathe; cannot keep a straight; cannot stop
            laughing; cheeks hurt; comedic timing; comedy gold; comic genius; couldn't stop laughing; crack up; crack*
            me up; cracked up; cracking up; cracks me; crying laughing; crying of laughter; dead lol; dying laughing;
            dying of laughter; face plant; fart; farted; fell in the pond; fell off my chair; fell over laughing;
            funniest; funniest thing; funny bone; funny how; gahaha*; giggle fit; giggles; giggling; good laugh; good
            one ha; got me laughing; ha good one; ha ha; ha ha ha; ha nice; had me laughing; haha*; hahah*; he he; he
            he he; hihi*; hilarious; hilariously; howling; hysterical*; hysterics; i can't breathe; i can't even; i
            can't i; i can't with; i lost it; i simply can't; i snort; i snorted; i'm crying laughing; i'm dead; i'm
            deceased; i'm done lol; i'm dying; i'm howling; i'm losing it; i'm weak; i'm wheezing; in stitches; jaja*;
            kek; kekw; killing me; knee slapper; laugh at; laugh out loud; laugh so hard; laughed so; laughed so hard;
            laughing my; laughing so hard; laughs so; lmao*; lmfao*; lol; lolol*; lols; losing it; lul; lulw; made me
            laugh; make me laugh; makes me laugh; making me laugh; mwahaha*; my sides; needed that laugh; oh stop it;
            oh that is too; oh that's rich; pants fell; play that again; prat fall; pure comedy; pure gold; ran into a
            wall; ran straight into; really funny; rofl; roflmao; rolling on the floor; rubber chicken; sides hurt;
            slays me; slipped on a; snort; snorted; snorts; so funny; spat out my; spit out my; stand-up; stomach hurts
            from; stop making me laugh; stop stop; straight face; straight off the; tears from laughing; tears of
            laughter; that was funny; that was ridiculous haha; that's brilliant ha; that's funny; that's gold; that's
            rich; the giggles; the timing; tickled; tickled me; tickles me; too funny; tummy hurts; very funny; wheez*;
            wheezing; xd; you got me; you kill me; you made me snort; you're killing me
        """,
        2.2: """
            amus*; bloopers; cackl*; chortl*; chuckl*; comedian; comical; faceplant*; giggl*; goofy; guffaw*; ha; hehe;
            hehehe; jk; joking; laughter; punchline; silly; slapstick; snicker*; tickl*; too good; walked into the
        """,
        1.8: """
            dying here; i cannot; in tears; killed me; laughing; own cable; you're too much; your own feet
        """,
        1.6: """
            banana; fell into; fell off; funny; laughed; tripped over; you fell
        """,
        1.0: """
            clown; clowns; comedy; joke; jokes; laugh; laughs; meme; memes; pun; puns
        """,
    },
    Expression.CAT_FACE: {
        3.2: """
            cause a little trouble
        """,
        3.0: """
            a lick; a little trouble; alibi; am i a good; ambushed; and treats; asdf; asdfgh; ate the evidence; ate the
            last; ate your; ball of yarn; bap; bapped; bat at; bat your; bats eyes; batting at; behind the ears; belly
            rub*; bet you can't; biscuit tin; biscuits on; bite of; blame the cat; blep; bleps; blink innocently;
            boink; bonk; boop; booped; boops; borrowed; bowl is empty; box fort; box is mine; butt wiggle; can't catch;
            can't catch me; can't prove; cardboard box; case closed; cat burglar; cat mode; cat nap; cat tax; catch me
            if; catlike; catnap; catnip; caught me with; caught red; cause a little; cause trouble; changed your
            wallpaper; chase my; chase the; chases the; chasing my; chin scratch*; chirp*; chirr*; come find me;
            completely innocent; cookie is mine; cookie jar; copycat; crafty; crime scene; crinkle; crinkly; crumbs
            are; cuddle tax; cunning; curiosity killed; curious cat; curled in your; demand snacks; demand treats;
            destroyed the evidence; devious; diabolical; dibs; did i do that; did i just unplug; did not do it; didn't
            do it; dinner time; don't tell anyone; ear scratch*; ears perk*; ears up; empty box; evidence is gone; evil
            plan; feather; fed yet; feed me; feed the; finders keepers; fish tank; fishy; for a snack; for a treat; fox
            mode; fox tax; foxy grin; gimme; gimme that; give me treats; goldfish; good fox; good kitty; got any
            snacks; got your nose; gotcha; guess what i did; guess where i; guess who hid; guilty as charged; had
            nothing to do; have a plan; head pat*; headpat*; heard nothing; hee hee; heehee; hehe oops; heist; henlo;
            hewwo; hid all; hid your; hidden the; hidden your; hide and seek; hide your; hiss; hisses; i borrowed; i
            demand snacks; i demand treats; i did a thing; i hid; i hid all; i moved your; i peeked; i plead; i put ~
            in your; i renamed; i replaced; i saw nothing; i sits; i sneak; i stole; i swapped; i switched; i was
            framed; i'm innocent; i'm the good fox; i've hidden; if i fits; in the fridge; in your fridge; innocent
            face; innocently; is that bacon; is that cheese; is that fish; is that tuna; it was the cat; it wasn't me;
            it's mine now; keyboard is warm; knead*; knocked it; knocked over; knocked your; lap cat; laser pointer;
            left your ~ alone; left your ~ unattended; like a cat; like a fox; little plan; little secret; little
            trick; loaf; loafing; looking for trouble; lurk*; make trouble; making biscuits; may or may not; maybe i
            did; meow*; mew; mewl; mews; milk bowl; mine all mine; mine mine; mine now; mischief; mischief managed;
            mischiev*; missing sock; mlem; mlep; moved your; mrow; mrow*; mrr; mrrow; mrrp; muahaha*; mwahaha*;
            mweheh*; my box; my demands; my own tail; my whiskers; nefarious; negotiations begin; new box; nibbl*; nine
            lives; no one saw; no proof; no regrets; no witnesses; nobody saw; nom; nomnom; not guilty; not sorry;
            nothing to do with it; nothing to see here; nya; nyaa; nyaa*; nyah; nyaha*; nyahaha*; nyan; nyeheh*; off
            the counter; off the desk; off the shelf; off the table; on the keyboard; on your chair; on your keyboard;
            oopsie; opened the fridge; other sock; our secret; owo; pat my head; paw at; paw in the; paw print; paw
            prints; pawing; pawprint*; paws on; pawsome; pay the snack; peek a boo; peekaboo; peeking; perked; perks
            up; pet me; pet the cat; pet the fox; pets please; pilfer*; plausible deniability; plotting; plotting
            something; pounc*; pounce*; prank; pranked; pranks; prowl*; prr; prrr; ps ps ps; psps; pspsps; purr;
            purrfect; purring; purrr*; push* ~ off; pushed it; put a ~ on your; rawr; rawrs; rearranged your; red dot;
            red handed; red-handed; renamed your; right there that's; sat on your; saw nothing; scheme; schemes;
            scheming; scratch my; scratches; scritch*; shiny; shiny thing; shoelace*; sit on the keyboard; sit on your;
            sitting on your; sly; sly fox; sly grin; small crime; smell bacon; smell fish; smell food; smell snacks;
            smell tuna; smuggl*; snacc; snack first; snack for; snack please; snack tax; snack time; snacks first;
            snacks later; sneak*; sneaked; sneaking; sneaky little; sneaky plan; sniffing your; sniffs your; snoop;
            snooping; snuck; snuck in; sock; somebody ate; somebody hid; somebody took; someone ate; someone hid; sorry
            not sorry; squeak*; squints; stalk*; stole a; stole the last; stole your; stole your chair; sun spot;
            sunbeam; sunny spot; suspiciously; suspiciously good; swapped your; swat; swatted; swiped; swish; tag
            you're it; tail high; tail tax; tail up; tail wag*; technically borrowed; tee hee; teehee; tell no one;
            tell nobody; that's the spot; the cat did it; the dog did it; the warm spot; the yarn; there is no fish;
            these paws; tiny bite; tiny crime; tip toe; tiptoed; to see what would happen; toe beans; took that; took
            the last; totally innocent; touched the yarn; treat for me; treat jar; treats first; treats please; trick
            or; tricks up; tuna; unattended; unplug that; up my sleeve; up to no good; up to something; uwu; very good
            suspiciously; wag my; wags tail; walk* across your; walked on your; want a treat; warm keyboard; warm
            laundry; was not me; was nowhere near; wasn't even here; wasn't me; what cup; whiskers; whistles; whistling
            innocently; who ate the; who could it be; who me; who's a good; whoopee; whoops did; whose crumbs; wiggle*;
            wiggles; wily; windowsill; yarn; yoink; you can't prove; you saw nothing; your biscuit*; your chair is
            mine; your chips; your cookie*; your fries; your other sock; your sandwich; your snack; your snacks; your
            sock; your socks; zoomies; zooming
        """,
        1.8: """
            a snack; birds; burglar; cheeky; chips; claw; crunch; feline; floof; foxy; fridge; fries; heh; hehe heh;
            hid the; hide the; kitten*; kitties; mayhem; munch; mysteriously; naughty; nom nom; noms; peek; play with
            me; playful; playtime; rascal; scratch; sniff; sniffs; socks; stolen; teasing; thievery; tiptoe; toebeans;
            treat; trickster; vanished; vixen; your lunch
        """,
        1.7: """
            framed; in a box; lap; ransom; swipe; tribute; warm spot; witnesses; your lap
        """,
        1.6: """
            a moth; a trick; crimes; got you; i ate; i may have; i might have; is mine; laser; oops; salmon; sandwich;
            shrimp; suspicious; whoops; your ~ alone; zoom
        """,
        1.4: """
            biscuits; cookies; kitty; my ears; my paws; my tail; purrs; snacks; treats
        """,
        1.2: """
            gremlin; tease
        """,
        0.6: """
            a box; beans; bird; biscuit; bite; cat; cats; chaos; claws; cookie; cream; crumbs; curtain; ears; fish;
            fluff; fluffy; fox; foxes; goblin; hide; hiding; loot; mice; milk; mouse; paw; paws; snack; tail; wink
        """,
    },
}
