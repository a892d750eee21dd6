"""Words of joy and excitement. See `models.emotion_words` for how they are written."""

from __future__ import annotations

from collections.abc import Mapping

from models.expression import Expression

WORDS: Mapping[Expression, Mapping[float, str]] = {
    Expression.HAPPY: {
        3.0: """
            oh good it; oh good you're; yes i'd love to
        """,
        2.2: """
            a good sign; a joy; a pleasure; accomplish*; all done; all is well; all smiles; all's well; always a
            pleasure; appreciate you all; be pleased; beautiful day; beautifully done; being so kind; best news; best
            part; better now; better than expected; better than i hoped; better with you; bring me joy; brings me joy;
            can't help but smile; can't stop smiling; cheer me up; cheers me up; cheers us up; could get used to this;
            could listen to; couldn't stop smiling; cozy evening; doing fine; doing good; doing great; doing well;
            doing wonderfully; drop by; earned it; enjoy the; enjoy your; excellent choice; feel lucky; feeling lucky;
            feels great; feels nice; feels right; feels warm; fresh start; give yourself; glad i; glad that's; glad to;
            glad we; glad you; goes well; going great; going well; gold star; good as gold; good as new; good choice;
            good company; good evening; good for the soul; good for us; good morning; good news is; good on you; good
            progress; good start; good taste; good team; good to; great choice; great start; great team; great to;
            happy here; happy that; happy to; happy to see; happy today; happy we; happy you; have a good; have a
            great; have a lovely; have a nice; have a wonderful; having a wonderful; heavenly; hello everyone; hello
            there; here you are at last; hi everyone; hi there; home safe; how kind; how thoughtful; hunky dory; i like
            this; i'd love to; i'm content; i'm doing; i'm fine; i'm good; i'm great; i'm pleased; i'm smiling; i'm
            well; in a good place; is kind; it's always nice; it's good to; it's great to; it's lovely; it's nice; join
            us; joy to; keep it up; kind of you; let's celebrate; life's good; liked the joke; listen to you all;
            listen to you talk; looking up; looks beautiful; looks good; looks good on you; looks great; looks lovely;
            looks wonderful; love it; love it here; love that; love this game; love this part; love this song; lovely
            day; lovely surprise; lovely time; lovely to; made my evening; made my morning; made my week; made the
            afternoon; makes me glad; making progress; many thanks; more power to you; morning sunshine; much obliged;
            my favorite part; my favourite part; nice and cozy; nice and warm; nice choice; nice day; nice of you; nice
            progress; nice surprise; nice to; nice weather; nicely done; paid off; pat yourself; pays off; peachy;
            perfect day; pleasant surprise; pleased to; pretty happy; proud moment; proud of myself; proud of yourself;
            quite content; really glad; really happy; really lovely; really nice; really sweet; right as rain;
            satisfying; smells good; smells great; smiling over here; smoothly; so far so good; so glad; so kind; so
            lovely; so nice; so pleasant; so sweet; so thoughtful; solid result; sounds delightful; sounds fun; sounds
            good; sounds gorgeous; sounds great; sounds lovely; sounds nice; sounds perfect; sounds wonderful; stop
            smiling; stopping by; such a good; such a lovely; such a lovely day; such a nice; such a pleasant; suits
            you; sunny day; sweet of you; take a bow; tastes good; thank you all; thank you for; thank you friend;
            thanks all; thanks everyone; thanks for; thanks for stopping; thanks friend; thanks to you; that was fun;
            that was lovely; that was nice; that's a relief; that's kind; that's thoughtful; there you are; this is
            fun; this is lovely; this is nice; thoughtful; turned out great; turned out lovely; turned out really;
            turned out well; very happy; very kind; very thoughtful; warm welcome; welcome aboard; welcome to; well
            rested; went better; went really well; went smoothly; went well; what a beautiful; what a good; what a
            lovely; what a nice; what a sweet; what a treat; what a wonderful; without a hitch; wonderful day;
            wonderful evening; wonderful news; wonderful time; wonderfully; worked out great; worked out well; worth
            celebrating; would love to; you earned it; you're back
        """,
        2.0: """
            a blast; all good; best day; best of luck; can't complain; congrat*; couldn't be happier; enjoy yourself;
            feel better; feel great; feeling good; feeling great; feels good; glad to hear; glad you came; glad you're
            here; good bot; good day; good for you; good fox; good game; good girl; good job; good mood; good news;
            good time; good to be back; good to have you; good to hear; good to see; good vibes; good work; great day;
            great job; great news; great time; great to hear; great to see; great work; had fun; happy birthday; happy
            for you; happy holidays; happy new year; happy to hear; happy to help; hats off; having fun; high five; i
            am happy; i'm happy; life is good; looking forward; lovely to see; made me smile; made my day; make my day;
            make yourself at home; makes me smile; makes my day; merry christmas; much better; my pleasure; nice job;
            nice one; nice to meet; nice to see; nice work; no problem; no worries; not bad at all; on cloud nine; over
            the moon about; put a smile; small wins; so happy; so much fun; thank goodness; that's the spirit; thumbs
            up; walking on sunshine; warms my heart; way to go; welcome back; welcome home; well deserved; well done;
            well played; what a relief; you're welcome
        """,
        1.4: """
            adorable; appreciate*; beautiful; beautifully; bestie; blessed; bravo; buddy; celebrat*; celebrate;
            charming; cheer*; chuffed; comfy; content; cosy; cozy; delicious; delight*; enjoy*; excellent; fantastic;
            fond; friendly; generous; gg; glad; glow*; gorgeous; grateful; gratitude; great; grin*; happi*; happy;
            helpful; hooray; i love it; impressed; jolly; joy; joyful; joyous; kindly; kudos; liked; likes; lovable;
            loved; lovely; loving; lucky; magical; marvel*; merry; neat; nicely; not bad; optimistic; pal; peaceful;
            perfect; pleasant; pleased; pleasure; pretty good; proud; refreshing; rejoice; relaxed; relief; relieved;
            satisf*; smile*; smiling; sparkl*; splendid; stoked to; success*; sunny; sunshine; superb; sweetest; tasty;
            terrific; thank you; thankful; thanks; that's so thoughtful; thriv*; thx; tidy; treat yourself; ty; tysm;
            welcome; welcome in; well-earned; wholesome; winner; wonderful; worth it; yay; yum; yummy
        """,
        1.2: """
            cool; fine; fixed; fun; hope you; hopeful; i hope; it worked; it works; solved; that worked
        """,
        1.0: """
            cute; good; like it; love; nice; sweet
        """,
        0.9: """
            cheers; enjoying; gladly; good afternoon; greetings; hello; hey; heya; hi; hiya; howdy; morning; of course;
            okay great; pog; see you soon; sure thing; take care
        """,
        0.6: """
            absolutely; best; better; cake; friend; friends; hope
        """,
        0.5: """
            alright; bright; dance; dancing; easy; flowers; kind; music; ok; okay; party; ready; sing; singing; sun;
            warm; worked; works
        """,
    },
    Expression.EXCITED: {
        3.4: """
            been waiting for; dream come true; dream job; dream school; finished my first; game night; got into my; he
            did it; movie night; my first novel; she did it; stream night; they actually did it; they did it; waited
            all month; waited all week; waited all year; waited so long; waiting all month; waiting all week; waiting
            all year; we actually did it; you actually did it
        """,
        2.8: """
            aaaa; about to get; adrenaline rush; again again; ahhh let's; amped; another win; are you ready; beat it;
            beat our record; beat the boss; beaten the; best moment; best night; best stream; big raid; blow our minds;
            blow your mind; born ready; bought a car; bought a house; break the record; breaks the record; broke my
            record; broke our record; broke the record; broke your record; broke ~ record; buckle up; bursting;
            butterflies; can barely sit; can hardly; can hardly wait; can you feel it; can't contain; can't sit still;
            can't stop wagging; cannot contain; cannot sit still; come on come on; come see; comeback; could burst;
            could dance; could jump; could scream with joy; count me in; craziest; crowd goes wild; dance party;
            diamond rank; don't stop now; double kill; drum roll; drumroll; edge of my seat; eee; eeee; energized;
            everybody get; everyone get; fastest; feel the energy; feel the hype; finally beat; finally did; finally
            finished; finally got; finally happening; finally here; finally out; first try; flawless victory; full
            speed; fully charged; game day; get in here; get ready; get wild; getting a dog; getting a kitten; getting
            a puppy; getting married; goes wild; going on an adventure; going wild; good feeling about this; got a
            puppy; got accepted; got engaged; had her baby; happy dance; hardly wait; having a baby; heart is going;
            heart is pounding; heart is racing; here it comes; here they come; high score; hip hip; hit diamond; hit
            gold; hit master; hit platinum; hold on to your; hold onto your; hundred followers; hundred subs; hundred
            viewers; hyped up; i beat; i can hardly; i qualified; i'm ready; i'm screaming; i'm shaking; in one try; is
            finally; is having a baby; is here at last; is this it; it's finally; it's finally out; it's out; it's
            time; it's tomorrow; jumping up and down; just dropped; just one more; keep it going; last one there;
            launch day; let me in; let the fun begin; let's dive in; let's get going; let's get it; let's get started;
            let's get this; let's jump in; let's keep; let's make history; let's party; let's play; let's race; let's
            rock; let's roll; let's start; let's try it; let's win; level unlocked; look look; looks incredible; love
            the energy; love this energy; make it rain; milestone; most subs; nail biter; new game; new high; new
            level; new map; new pc; new personal; new skin; new sub; new world; no hit; number 1; off the charts; off
            we go; oh my stars it's finally; on a roll; on the edge of my seat; one more hit; package is here; party
            time; patch day; penta kill; pentakill; play it again; pop the; quadra kill; quick come; race you; raid
            incoming; rank up; ranked up; really huge; release day; score climb; shut up and take; sign me up; smashed
            it; smashed the; so huge; so much energy; so ready; sold out; sounds incredible; squeal*; squee; strongest;
            sub train; subs; subs in a row; tail is going; tail is wagging; take my money; that's huge; the best
            stream; the crowd goes; the energy in; this is huge; this is it; thousand followers; through the roof; to
            the concert; to the finals; top score; top speed; top ten; trending; triple kill; unlocked; vibrating;
            victory dance; victory lap; victory royale; viral; wait for you to see; we beat; we got tickets; we
            qualified; we smashed; we're actually doing; we're doing it; we're doing this; we're getting; we're off;
            we're so back; we're so close; we're through; we're winning; what a comeback; what a crowd; what a day;
            what a finish; what a game; what a moment; what a night; what a ride; what a rush; what a stream; wheee;
            wheeee; who is ready; who's excited; who's ready; who's with me; wildest; winning streak; wired; woo; world
            finals; yes yes yes; you beat; you ready; you won't believe; zoomies
        """,
        2.6: """
            aced; aced it; all aboard; best day ever; best thing ever; best ~ ever; bouncing off; bring it on; bring
            on; can't wait; cannot wait; could not wait; counting down; counting the days; counting the hours; crushed
            it; dreams come true; fired up; first place; game on; get hyped; go go; go go go; going to japan; good luck
            out there; goosebumps; got promoted; got the job; got tickets; heck yeah; heck yes; hell yeah; hell yes;
            here we go; hit affiliate; hit partner; hype train; i did it; i got in; i got the job; i hit; i just hit; i
            made it; i passed; i won; i'm buzzing; i'm hyped; i'm pumped; i'm so excited; it's happening; it's
            showtime; jump* for joy; killed it; let the games begin; let's do this; let's go; let's gooo; lets goo;
            lfg; made it to; make some noise; nailed it; new record; number one; oh yeah; oh yes; on fire; over the
            moon; personal best; personal record; pinch me; ready set go; run in circles; show time; showtime; so
            excited; so hyped; sold my first; sold our first; time of my life; victory is ours; we did it; we got this;
            we hit; we made it; we reached; we won; we're live; we've got this; what a clutch; what a goal; what a
            play; what a run; what a save; what a shot; what a win; world record; you did it; you got this; you
            legend*; you won; you've got this
        """,
        2.4: """
            a raid; raid; yes yes
        """,
        2.0: """
            adrenaline; banger; bingo; buzzing; champion*; clutch; confetti; eager; eagerly; ecstatic; elated;
            electri*; epic; epicness; excit*; fireworks; flawless; gifted subs; glorious; goated; hurray; hype; hyped;
            incredible; insane; jackpot; legendary; outstanding; phenomenal; pog; pogchamp; poggers; poggies; pumped;
            spectacular; speedrun; stoked; thrill*; triumph*; unreal; unstoppable; victor*; wahoo; woohoo; wooo; woot;
            yahoo; yeehaw; yess*; yippee
        """,
        1.6: """
            finals; here comes the; i finally; it's here; they're here; we finally
        """,
        1.4: """
            accepted; almost there; biggest; climbs; do it again; electric; guess what; i finished my; keep going; so
            close to
        """,
        1.3: """
            awesome; brilliant play; dope; finally; gifted; go for it; hyper; legend; legends; level up; next level;
            rad; raiders; ready to go; sick play; sick run; start already; wicked; win; winning; won
        """,
        1.2: """
            amazing; faster; go; incoming; smash*; streak; thousand viewers; triple; turbo; wild; you made it
        """,
        0.5: """
            adventure; big; bonus; brand new; concert; countdown; energy; festival; fire; goal; goat; huge; hurry;
            launch; lit; marathon; massive; new; premiere; prize; quick; release; rocket; stage; tickets; tonight;
            tournament; wins; yes
        """,
    },
}
