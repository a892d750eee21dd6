"""Words of mockery and of thought. See `models.emotion_words` for how they are written."""

from __future__ import annotations

from collections.abc import Mapping

from models.expression import Expression

WORDS: Mapping[Expression, Mapping[float, str]] = {
    Expression.SNARKY: {
        3.6: """
            condolences to the keyboard; condolences to your; condolences to your ~ keyboard; my condolences to your
        """,
        3.2: """
            better reflexes; can't be taught; doors with; found the one; i'd help but; met doors; nobody panic; press
            every button; so much more fun to watch; the expert is; they say talent; you do know; you do know there's;
            you do realise; you do realize
        """,
        2.8: """
            a cookie for; a cry for help; a goldfish with; a houseplant; a masterclass; a new low; a personal worst; a
            pigeon; a real comedian; a rehearsal; a sloth; a sticker; a technique; a toaster; a toddler; a true artist;
            a visionary; abstract art; achievement unlocked; act surprised; admire the confidence; adorable optimism;
            adorable that; agree with you but; ah the classic; ah yes; all by yourself; almost as good as; almost as
            if; almost as impressive; another brilliant; another excuse; another fantastic; another flawless; another
            genius; another great idea; another meeting; another wonderful; any percent; are we done; are you done; are
            you finished; aren't you; aren't you a; art form; as expected; as the software here; ask your mother; at
            least one of us; attempt will be; award for; bar was low; be my guest; beaten by a; because shouting;
            because that worked; beginner's luck; best excuse; better luck next; big of you; big talk; big words;
            blindfolded; bold of; bold technique; both be wrong; brain cell*; braincell*; brains of; brave of you;
            brave words; bravo truly; by all means; certain people; check the monitor; checks out; clever of you;
            colour me shocked; coming from the; coming from you; confidence is adorable; congratulations on losing;
            consequences; consider a new hobby; contain your excitement; content of the year; could have been an email;
            could have fooled me; crayons; criminal mastermind; cry for help; cute that; defeated by a; delete the
            game; did you think of that; do enlighten me; do i have to; do i look like; do tell; don't hurt yourself;
            don't sprain; don't strain; don't trip over; dream on; easy mode; enlighten me; epic fail; everything is
            fine; excellent aim; excellent parking; excellent timing; expectations were low; fail compilation; fantasy
            football; fashionably late; favourite disaster; fifth attempt; fighting words; fooled me; for a person who;
            for somebody who; for someone who; for the history; for the record; from a person; from someone who; from
            the guy who; from the one who; from the person who; gamer move; gamer of the year; gee i wonder; generous
            of; genius at work; goes to you; gold star for; good for him; graceful; great timing; groundbreaking stuff;
            hall of fame; hate to break it; hate to say i told; have standards; have you considered not; have you tried
            aiming; have you tried looking; have you tried not; have you tried reading; here's a cookie; high art;
            hilarious really; history books; hmm i wonder who; hold the applause; hold your applause; hope springs;
            houseplant; how adorable; how delightful another; how dramatic; how elegant; how fascinating; how fun for;
            how graceful; how heroic; how impressive; how kind of you to; how lovely another; how lovely for; how
            majestic; how mysterious; how noble; how unexpected; how wonderful for; hundredth attempt; i admire the; i
            admire your; i call it; i could help but; i don't mean to; i hate to say; i have questions; i have
            standards; i love how you; i stand corrected; i would clap; i would explain; i'd clap; i'd explain; i'd say
            i'm surprised; i'll act surprised; i'll pretend; i'll wait; i'm pretending; i'm stunned truly; i'm sure it
            was; i'm sure it will; i'm sure it'll; i'm sure that will; i'm sure that'll; i'm sure you; i've seen
            toasters; if i had a; if i had feelings; if only someone; if only there was; if only there were; if only
            you; if that was the goal; if that was the plan; if that was your; if you were aiming; if you were trying;
            impressive how; in record time; in your dreams; interesting technique; is it over; is it over yet; is it
            plugged; is that the plan; is that your final; is that your plan; is that your strategy; is your monitor;
            isn't that cute; isn't that nice; isn't that precious; isn't that special; it's adorable; it's almost as
            if; it's almost like; keep dreaming; keep your day job; king of france; last brain cell; last six;
            legendary really; let me pretend; like a grown-up; like a pro; like an adult; like cardboard; list of
            things i; lost to a; love that for me; love that for you; love the confidence; lovely timing; low bar; low
            expectations; lowered my expectations; lucky shot; majestic; majestically; managed to lose; managed to
            miss; masterclass; mastermind; miss a barn; mm-hm sure; modern art; monitor on; must be exhausting; must be
            so hard; must i; my favorite disaster; my favourite disaster; my grandmother; my hero; my toaster; never
            stood a chance; new hobby; new record for; next time try; nice of you to join; no no please; no pressure;
            no really; no thanks to; nobody is perfect; nobody's perfect; not at all suspicious; not bragging; not to
            brag; oh because; oh good; oh look it's; oh no consequences; oh the horror; oh the humanity; oh you again;
            on brand; one brain cell; one hand behind; one of us has; only an hour late; only three hours late; own two
            hands; participation trophy; peak content; peak gameplay; peak performance; perfect timing; perfectly
            normal; perfectly safe; performance art; personal worst; please do; please take your; poor little; pray
            tell; pretend i; pretend that; pretend to be; pro gamer; pro gamer move; prodigy; quality content; quit
            your day job; quite an achievement; raise the bar; record time; rehearsal; rehearse that; remarkable how;
            remarkable really; right because; right on time for; riveting content; rub two; said the person; says the
            guy; says the human; says the one; says the person; setting the bar; side of a barn; smart of you; so
            brave; so elegant; so many questions; so talented; so well last time; some might call; some would call;
            somebody had to; someone had to; spectacular fail; speedrun to; speedrunning; sticker for; strong opinion;
            strong opinions; strong words; such a way with; such bravery; such elegance; such grace; such skill; such
            talent; sure and i'm; sure because; take your time please; tell me more about your; ten minutes late; tenth
            attempt; textbook; thanks for nothing; thanks i guess; that excuse; that tracks; that will show; that
            worked so well; that'll show them; that'll teach; that's adorable; the brains; the drama; the horror; the
            humanity; the king of france; the peak of; the side of a barn; the software here; the suspense; the
            tragedy; things i don't care; this from the; this is fine; thoughts and prayers; totally fine; totally
            normal; touche; touché; training wheels; trophy for; true art; truly gifted; truly impressive; truly
            inspired; truly remarkable; truly stunning; truly the; try easy mode; try to contain; try to keep up; turn
            your monitor; tutorial mode; two brain cells; unlike certain; unlike some; unlike you; very on brand;
            visionary; way with words; we'd both be wrong; went so well; what a hero; what a legend; what a pro; what a
            professional; what a time to be; what a tragedy; what an achievement; what were you thinking; who could
            have predicted; who could have seen; who could've; who could've predicted; who would have guessed; wishful
            thinking; with both hands; with elegance; with your eyes closed; worked out so well; worked out well for;
            worked so well; world record for; yeah because; yes because; yes i'm certain; yes i'm sure; yes very; you
            are hilarious; you call it; you could have fooled; you win this round; you wish; you're hilarious; you're
            welcome for; your best shot; your excuse; your optimism; your ~ is adorable; your ~ is impressive; your ~
            is tragic
        """,
        2.4: """
            10 out of 10 would; a choice; a for effort; a masterpiece; absolute genius; actually i am; alert the press;
            and the oscar; another death; another masterpiece; as i said; asked nobody; at least you tried; best you
            can do; best you've got; big brain; big surprise; blame lag; blame the controller; blame the lag; bless
            your heart; bold choice; bold claim; bold move; bold of you; bold statement; bold strategy; bold words;
            brave choice; call that a; call yourself; captain obvious; certainly a choice; color me; colour me; cool
            story; cope; cope harder; cry about it; cry me a river; cute but wrong; do better; do go on; don't tell me;
            einstein; employee of the month; except everybody; except everyone; fascinating story; for effort; galaxy
            brain; genius move; get good; git gud; give them a medal; golf clap; good luck with that; good one genius;
            groundbreaking; happens to the best; here we go again; here's a medal; how brave; how charming; how
            convenient; how cute; how exciting for you; how generous of you; how nice for you; how original; how
            surprising; how the mighty; how thrilling; how very; how will i ever; how will we ever; i told you; i was
            right; i would be impressed; i'd be impressed; i'll alert the media; i'm not judging; i've heard better;
            i've seen better; i've seen worse; if you say so; imagine my surprise; interesting choice; interesting
            strategy; is that supposed; is that the best; it's a choice; just great; just perfect; just what i needed;
            just wonderful; keep telling yourself; let me guess; life choices; like a brick; like a potato; locked
            yourself out; look what the cat; look who; main character; mother of the year; must be nice; my grandma*;
            never would have guessed; nice one genius; nice try; no judgement; no judgment; no offence but; no offense
            but; no one ever; nobel prize; nobody ever; not judging; not that anyone; not that i care; not your best;
            of course you are; of course you did; of course you would; off and on again; oh brilliant; oh fantastic; oh
            good another; oh goody; oh great; oh joy; oh lovely; oh please; oh sure; oh wonderful; one way to do it;
            picasso; played yourself; player of the year; please continue; plot armor; plot twist; questionable
            choice*; read the manual; real genius; remind me again; remind me which; rent free; riiight; riveting;
            rocket science; round of applause for; said no one; said nobody; seen better; seen glaciers; seen snails;
            shakespeare; sherlock; shocked i tell you; shocker; should have seen that; skill issue; slow clap; smallest
            violin; so busy being right; somebody's grumpy; someone's cranky; someone's grumpy; stop the press*; sure
            jan; sure you are; sure you can; sure you did; sure you do; surprise surprise; sweet summer child;
            technically correct; tell me more about how; tell your mother; tell yourself that; than a potato; thanks i
            hate it; that was supposed to; that's one way; the tutorial; thrilling stuff; tiny violin; told you so;
            truly a masterpiece; truly inspirational; truly inspiring; truly riveting; turn* your brain; turning it off
            and on; typing with your elbows; use your brain; want a cookie for; want a medal; was that supposed; well
            technically; well well; what a genius; what a masterpiece; what a shock; what a shocker; what a surprise;
            what could go wrong; what could possibly go wrong; whatever helps you; whatever you say; which of us is;
            who asked; who could have guessed; who else would it be; who knew; who would have thought; with all due
            respect; with your elbows; works on my machine; works on your machine; world's smallest; would not
            recommend; wow shocking; wrong but; yeah right; yeah sure; you and what army; you call that; you call this;
            you tried
        """,
        1.9: """
            absurd; adorably; allegedly; amateur; apparently; audacity; bravo you; brilliant idea; brilliant now;
            brilliant you've; charmed i'm sure; clearly; confidently wrong; diva; doi; drama queen; dramatic; duh;
            excellent idea; eyeroll; fantastic idea; flawless plan; genius; great plan; hilarity ensues; honey please;
            humble brag; impressive really; ironic; ironically; irony; judge you; judging; laughable; master plan;
            mediocre; meh; mhm; modest; modesty; newsflash; noob; obviously; overrated; pathetic attempt; peasant*;
            pff; pfft; procrastinat*; psh; ridicul*; roast*; rookie; sarcas*; sass; sassy; shocking; smug; snark*; so
            called; solid plan; spectacularly bad; spoiler; strategic; strategist; supposedly; suuure; sweetie no; tab
            habits; technically; the nerve; tragic; tsk; ugh fine; uh huh; underwhelm*; unimpressed; what a plan;
            wonderful idea; your aim; your browser tabs; your driving; your parking
        """,
        1.6: """
            aiming for; always works; amazing how; and i'm the; better luck; by yourself; congratulations on; day job;
            don't care about; doorknob; elegant; excuses; eyes closed; funny how; gracefully; grandma; i'm sure the;
            interesting how; maybe next time; new low; no wonder; oh look; optimism; participation; pigeon; plugged in;
            sloth; some might say; some would say; technique; the bar was; the classic; the confidence; toddler; try
            harder; uninstall; wow you; you again; your confidence
        """,
        1.4: """
            as always; as usual; even a; for once; one of us; quite the; some of us; the usual; you managed to
        """,
        1.2: """
            amateurs; bold; debatable; evidently; fascinating; flattering; glacier*; impressive; lucky me; lucky you;
            mighty; not amused; or so; predictable; presumably; questionable; rich coming; snail*; so they say; typical
        """,
        0.6: """
            adult; charming; classic; confidence; cute; expert; grown up; in theory; meeting; monday; mondays;
            naturally; noted; potato; priceless; professional; remarkable; responsible; right; somehow; spreadsheet;
            supposed to; sure; taxes; truly; whatever
        """,
    },
    Expression.THINKING: {
        2.4: """
            a bit complicated; a few options; a possibility; a puzzle; alright so; another angle; another way; any
            idea; as far as i know; as i recall; as i understand; assuming; beats me; been thinking; before i answer;
            best guess; best way to; beyond me; both sides; calculating; can you tell me; chances are; come to think;
            conclude; conclusion; conclusions; could be; could have been; could we; could work; could you explain;
            curious; curious about; curious how; curious what; curious why; deep thought; depends on; did you check;
            did you consider; difficult to say; do the math; do the maths; do you suppose; do you think; does not add
            up; does that mean; doesn't add up; don't know; double check; either it's; either the; either way;
            evidence; explain it once; figure it out; figure out; figure this out; food for thought; for one thing;
            from latin; from what i; fundamentally; give me a minute; give me a moment; give me a second; go either
            way; going in circles; good question; got an idea; got me thinking; great question; hang on i; hard to
            know; hard to say; hard to tell; have an idea; have to check; have we considered; have you considered; have
            you tried; haven't a clue; historically; hm so; hmm so; how about we; how come; how does it work; how does
            that work; how might; how so; how to put; how would i; how would it; how would that; how would we; how
            would you; hypothetical; hypothetically; i believe it; i believe the; i don't know; i dunno; i remember; i
            suppose; i think; i was thinking; i wonder; i would guess; i would have to; i would say; i'd guess; i'd
            have to; i'd need; i'm guessing; i'm thinking; idk; if i had to guess; if i recall; if i remember; if i
            understand; if i'm not mistaken; if that is true; if that's true; imagine if; in a way; in essence; in my
            opinion; in my view; in other words; in principle; in that case; interesting; interesting question;
            intrigu*; is it because; is it possible; is it that; it appears; it could; it depends; it might; it seems;
            it's complicated; it's either; it's possible; just a moment; just a second; know more; let me check; let me
            consider; let me consult; let me double; let me guess at; let me look; let me ponder; let me reason; let me
            recall; let me remember; let me rephrase; let me see; let me think; let me weigh; let me work; let's
            assume; let's consider; let's find out; let's imagine; let's see; let's think; lost in thought; make sense;
            makes sense; makes you wonder; many ways; math checks; may be; may be wrong; may not; may work; maybe
            because; memory serves; might be; might be wrong; might not; might work; more complicated; more than one
            way; mull* it; my best guess; my guess; my opinion; my view; need to check; need to know; no clue; no idea;
            no way to know; not certain; not entirely; not entirely sure; not quite sure; not so simple; not so sure;
            not sure; not that simple; not too sure; now how; now what; now where; now why; odds are; okay so; on one
            hand; on second thought; on the contrary; on the one hand; on the other hand; on the tip; one could; one
            moment; one piece at a time; one sec; one second; option a; options are; perhaps because; philosophically;
            piece by piece; plan b; possibility; possible that; pros; pros and cons; put this; raises a; raises an;
            raises the; read that sentence; reasons why; remains to be; roughly speaking; running the numbers; seems
            like; seems to be; several options; shall we; should i; should start; should we; simple as that; simple
            reason; sleep on it; so if; so that means; so then; so what if; so what you're; some options; something
            doesn't; something is off; something's off; statistically; step by step; suggests; suppose we; suppose you;
            take a guess; tell me more; that depends; that means; that would mean; that's a tricky; that's complicated;
            the answer is probably; the answer might; the more i think; the question is; the trick is; the trick might;
            the way i remember; the way i see it; the way i understand; there may; there might; think about it; think
            about that; think back; think it over; think it through; think so; think this through; thinking; thinking
            about; thinking back; three options; tip of my tongue; to be fair; to work out; tough one; tough question;
            tough to say; trade-off; tradeoff; tricky one; tricky question; try to picture; try to remember; trying to
            decide; trying to figure; trying to recall; trying to remember; trying to understand; trying to work; turn
            it over; turn that over; turning it over; two options; unsure; wait if; wait so; weigh* the; weighing; what
            are the odds; what changed; what do you mean; what do you suppose; what do you think; what does that; what
            happened next; what if; what if i; what if it; what if they; what if you; what is the best; what makes you;
            what might; what was it; what would happen; what would i; what would it; what would make; what would that;
            what would you; what you're saying; what's the best; what's your guess; when did you last; when might;
            where did i; where have i; where might; where was i; which means; which might; which of the; which of
            these; which of those; which one; which way; which would; who knows; who might; why do you; why does; why
            is; why not; why would; wonder how; wonder if; wonder what; wonder when; wonder where; wonder whether;
            wonder who; wonder why; work it out; work out how; work out if; work out what; work out why; work that out;
            worth a thought; worth considering; worth pondering; worth the trouble; worth thinking; would mean; would
            you rather; would you say
        """,
        1.6: """
            ambiguous; analy*; baffl*; calculat*; clarify; clue; clues; complicated; confus*; consider*; contemplat*;
            curiosity; deduc*; er; erm; existential; explain; guessing; hm; hmm; hmmm; hypothe*; investigat*; logic*;
            maybe; meaning of life; mysterious; mystery; perhaps; philosoph*; ponder*; possibly; probably; puzzl*;
            reckon; riddle; specif*; suppose; theor*; tricky; uhm; um; umm; unclear; wait how; wait why; wonder;
            wondering
        """,
        1.4: """
            could be wrong; for example; for instance; how could; how long; how many; how much; i would need; in my
            head; must be some; personally; possibilities; something about; there must be; there's something; two ways;
            ways to read; we should; what could; work through
        """,
        1.3: """
            i'd say; think
        """,
        1.2: """
            an idea; any ideas; might; odd; odd that; odds; peculiar; processing; quite sure; strange
        """,
        0.4: """
            about; almost; answer; assume; because; between; can you help; check; choose; compare; complex; decide;
            decision; depends; divided; do you know; either; equals; exactly; first; forgot; guess; guesswork; how; i
            know; idea; if; instead; likely; look at; looking; minus; mm; mmm; moment; option*; pattern; percent; plus;
            question; questions; reason; recall; regret more; remember; remind me; roughly; search; second; seem*; tell
            me; then; theory; therefore; though; thought; thoughts; times; unlikely; what is the; what time; what's
            the; whether; which; why
        """,
    },
}
