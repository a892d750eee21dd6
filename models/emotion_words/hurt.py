"""Words of sorrow and anger. See `models.emotion_words` for how they are written."""

from __future__ import annotations

from collections.abc import Mapping

from models.expression import Expression

WORDS: Mapping[Expression, Mapping[float, str]] = {
    Expression.SAD: {
        3.8: """
            condolences to your family
        """,
        3.4: """
            best friend died; best friend hates; best friend left; best friend moved; friend moved away
        """,
        3.2: """
            cried the whole; feel awful; gone differently; had gone differently; hate seeing you; hate to see you;
            heart goes out to; my heart goes out; no wonder you feel; not doing great; not doing so great; not doing so
            well; not so great; sad day; seeing you like this; seeing you this; that one hurt; wish things
        """,
        2.8: """
            a hard one; a tear; aching; all alone; all my fault; all over now; almost had it; alone again; and i miss;
            another loss; another one gone; anyone likes me; are hurting; awful day; awful news; bad day; bad news; bad
            night; bad week; be missed; been crying; been hard; been through; bit blue; bit down; bit sad; bittersweet;
            blame myself; blew it; break* my heart; breaking up; broke her; broke his; broke my; broke my heart; broke
            up; broken heart; bullied; bummed; bummer; burnt out; can't cope; can't do it; can't do this anymore; can't
            eat; can't get out of bed; can't go on; can't smile; can't stop crying; can't stop thinking about her;
            can't stop thinking about him; can't take it; cannot stop crying; carry alone; carry it alone; carry that;
            cheated on me; choke up; choked up; cold without; condolences; couldn't stop crying; crash and died; cried
            myself; cried over; cried today; crushed; cry myself; cry today; crying today; days are heavy; deal with it
            alone; deal with that alone; deal with this alone; defeat; defeated; deserve better; deserved better;
            diagnosed; diagnosis; did not make it; did not survive; did not work out; didn't deserve; didn't get in;
            didn't get the job; didn't make it; didn't survive; didn't work out; disappointed in; divorc*; divorce;
            doesn't get easier; doesn't love me; don't care anymore; don't deserve this; don't feel good; don't feel so
            good; don't have any friends; don't love me; don't think anyone; don't want to be here; down in the dumps;
            down today; dumped me; empty chair; empty inside; everyone hates me; everything hurts; evicted; excluded;
            failed again; failed my; failed the; falling apart; feel alone; feel ashamed; feel bad; feel blue; feel
            broken; feel down; feel empty; feel guilty; feel hopeless; feel horrible; feel invisible; feel let down;
            feel like a failure; feel like crying; feel like giving; feel like giving up; feel like no one; feel like
            nobody; feel lonely; feel lost; feel low; feel numb; feel sad; feel sick about; feel so alone; feel so bad;
            feel terrible; feel unloved; feel unwanted; feel useless; feel worthless; feeling blue; feeling down;
            feeling empty; feeling low; feeling sad; feels empty; feels like nobody; feels so bad; fell apart; felt
            alone; felt awful; felt bad; felt empty; felt lost; felt sad; felt so alone; felt terrible; fired me;
            forgot about me; forgot my birthday; funeral; gave everything; gave it everything; gave up; getting
            divorced; getting married and it hurts; ghosted me; given up; giving up; go through that; going through
            this; going to be missed; going to miss; gone forever; gone now; gone too soon; goodbye forever; goodbye
            is; goodbye old; goodbyes are; got divorced; got fired; got rejected; got sick; gutted; had been kinder;
            had to deal; had to go through; had to put; had to put ~ down; hard day; hard on you; hard one; hard time;
            hard to breathe; hard to hear; hard to leave; hard to let go; hard to say goodbye; hard to smile; hard to
            watch; hard week; has cancer; hate being alone; hate my life; hate myself; hates me; have no friends;
            having a bad; having a hard; having a rough; having a tough; he's gone; heart aches; heart feels heavy;
            heart goes out; heart hurts; heart is broken; heart sinks; heartbreaking; hearts are heavy; heavy heart;
            heavy hearted; heavy on; hit hard; hit me hard; hits hard; hollow; homeless; horrible day; hurt a lot;
            hurting; hurts me; hurts so; i am sad; i am sorry; i blew it; i can't do this; i could cry; i cried; i
            didn't get; i failed; i feel sick; i give up; i lost; i messed up; i miss; i miss the; i ruined; i screwed;
            i'll miss; i'm afraid; i'm crying; i'm depressed; i'm disappointed; i'm going to miss; i'm here if; i'm not
            fine; i'm sad; i'm scared; i'm so scared; i'm sorry; i'm worried; if i could turn; if only; ignored me; in
            hospital; in mourning; in pain; in the hospital; is ill; is really sick; is so sick; is very sick; isn't
            talking to me; isn't the same; isn't the same anymore; it hurts; it's a shame; it's lonely; it's my fault;
            it's okay not to; it's too much; just heavy; kinder to; laid off; last goodbye; last time i; laughed at me;
            laughing at me; my heart is broken; my heart is breaking; my heart is in pieces; left behind; left me; left
            out; let down; let everyone; let everyone down; let me down; let you down; letdown; like i'm not enough;
            little guy didn't; lonely feeling; lonely out; lonely when; lonely without; lose again; lose someone;
            losing a friend; losing her; losing him; losing hope; losing someone; losing you; lost a baby; lost a
            friend; lost again; lost cat; lost dog; lost everything; lost followers; lost her; lost him; lost hope;
            lost my; lost our; lost somebody; lost someone; lost the; lost the baby; lost the game; lost the match;
            lost the run; lost the save; lost without; lot to carry; lump in my throat; made me cry; made me sad; makes
            me cry; makes me sad; messed up; miss her; miss him; miss my; miss the old; miss them; miss you; missing
            you; moved away; much to carry; must be hard; must be so hard; must have been hard; must hurt; my
            condolences; my fault; my ~ died; my ~ is dead; my ~ is dying; my ~ passed; never coming back; never easy;
            never enough; never gets easy; never see you again; never the same; no friends; no hope; no more hope; no
            more smiles; no one came; no one cares; no one hears; no one left; no one likes me; no one listens; no one
            noticed; no one remembered; no one spoke; no one talked; no one to talk; no one understands; no one wants;
            no reason to; no viewers; nobody called; nobody came; nobody cares; nobody hears; nobody hears me; nobody
            left; nobody likes me; nobody listens; nobody loves me; nobody noticed; nobody remembered; nobody showed;
            nobody spoke; nobody talked; nobody talks; nobody talks to me; nobody texted; nobody to talk; nobody
            understands; nobody wants; nobody watched; nobody watches; nobody would; not doing well; not feeling good;
            not feeling great; not feeling well; not the same; not worth it; nothing matters; nothing to look forward;
            nothing works out; of my life is over; ok to cry; okay to be sad; okay to cry; okay to not; one last time;
            out of hope; overwhelmed; passed away; people leave; poor baby; poor little; poor little guy; poor soul;
            poor you; put my cat to sleep; put my dog to sleep; put ~ cat to sleep; put ~ dog to sleep; put ~ to sleep;
            quiet without; ran away; really down; really hard; really sorry; really worried; rejected again; rejected
            me; remember when we; rest easy; rest in peace; rough day; rough night; rough one; rough time; rough week;
            sad about; sad ending; sad face; sad news; sad song; sad to; sadder than; saddest; say goodbye; saying
            goodbye; scared of losing; scares me; screwed up; see you cry; see you hurt; see you sad; she's gone; shed
            a tear; should have been there; should have said; sick in; sit here with you; sit with you; slipped away;
            slipped through; smile anymore; sniffle; sniffles; so blue; so close and; so disappointed; so down; so
            empty; so hard; so heavy; so lonely; so much pain; so numb; so sad; so silent; so sorry; so stressed; so we
            lost; so worried; sorry about that; sorry for your; sorry that happened; sorry to hear; sorry you are;
            sorry you're; sounds awful; sounds hard; sounds heavy; sounds lonely; sounds miserable; sounds painful;
            sounds rough; sounds tough; split up; still hurts; still not enough; stings; stood me up; stop being sad;
            stopped talking to me; such a shame; take all the time; take your time to; tear in my; tear up; teared up;
            tearful; tearing up; tears again; tears in my eyes; teary eyed; terrible day; terrible news; terribly
            sorry; test results; that hurts; that is rough; that stings; that's a bummer; that's a shame; that's heavy;
            that's rough; the end of; there there; they fired; they're gone; those days are; through so much; through
            tears; tired of everything; tired of life; tired of trying; to see you like this; too bad; too late now;
            too much for me; too young; tough day; tough loss; tough time; tough week; tragic news; turn back time;
            turned me down; unfollowed; unrequited; unsubscribed; very ill; very sorry; wanna cry; want to cry; want to
            disappear; want to hide; was a hard; wasn't enough; we lost; we miss; we'll miss; weeping; weigh on you;
            weighs on; went missing; what a pity; what a shame; what did i do wrong; what's the point; whimper*; will
            be missed; wish i could; wish i could fix; wish i could hug; wish i could make; wish i had; wish i had
            better; wish it had; wish it were different; wish there was; wish there were; wish things were different;
            wish today; wish we had; wish you didn't; wish you weren't; with tears; without a goodbye; without saying
            goodbye; won't be the same; won't talk to me; worked so hard; worst day; worst month; worst night; worst
            week; worst year; wounded; you don't deserve; you'll be missed; you're going through; you're hurting; zero
            viewers
        """,
        2.4: """
            i'm not ok; i'm not okay; missed deeply; not feeling okay; poor thing
        """,
        2.0: """
            abandon*; ache; aches; agony; alas; alone; anxiety; anxious; apologies; ashamed; betray*; bleak; bully;
            bullying; burned out; burnout; cancer; cried; cries; crush me; cry; crying; death; deceased; depress*;
            despair; desperat*; desperate; devastat*; dies; disappoint*; dying; failed; failing; failure; farewell;
            forgotten; gloom*; goodbyes; grief; griev*; guilt*; heartache; heartbreak*; heartbroken; helpless;
            homesick; hopeless; horrible; hospital; hurt; hurts; i apologise; i apologize; illness; injured;
            loneliness; lonely; lonesome; loss; melanchol*; miserabl*; misery; mourn*; my apologies; nostalgi*;
            overwhelm*; painful; panic attack; pity; regret*; reject*; remorse; sad; sadder; sadly; sadness; sigh;
            sighs; sob; sobbing; sobs; sorrow*; sorry; suffer*; tear; tears; tragedy; tragically; unfortunate*;
            unhapp*; unhappy; unloved; unwanted; weep*; worthless
        """,
        1.6: """
            abandoned; accident; are gone; at the vet; awful; dreadful; feel ill; fell ill; going through; guilt; hang
            in there; i'm ill; ignored; is gone; it's over; lose you; lost a; made fun of; oof; ouch; regrets;
            stressed; surgery; terrible; through a lot; wasted; without her; without him; without them
        """,
        1.5: """
            in tears; oh no
        """,
        1.3: """
            died; final stream; last episode; last stream; lost; my ex; pain; poor
        """,
        1.2: """
            missed you
        """,
        1.1: """
            afraid; corrupted save; fail; fails; missing; scared; so close; struggl*; unlucky; worried; worries; worry
        """,
        1.0: """
            bad; miss; rough; tough
        """,
        0.6: """
            fear; gone; nervous; sick; worse; worst
        """,
        0.5: """
            broke; broken; canceled; cancelled; close call lost; cold; dead; deleted; down; empty; ended; goodbye;
            grave; grey; hard; heavy; losing; rain; rainy; trouble; weak; wrong
        """,
    },
    Expression.ANGRY: {
        3.2: """
            fuming; won't refund
        """,
        2.8: """
            about to explode; absolutely not; again with the; angry at; angry right now; angry with; annoyed at;
            annoyed with; answer to me; apologise; apologise now; apologise right; apologize; apologize now; apologize
            right; appalling; are you kidding me; asked nicely; ate my food; attack you; attacks you; awful people;
            back off; backstab*; bad people; ban her; ban him; ban them; banned for; bare my teeth; being mean; beneath
            contempt; beyond angry; beyond mad; bite someone; bite something; blamed me; blamed you; blood boil; blood
            is boiling; boss fired; break something; breaks everything; broke again; broke everything; broke my stuff;
            bullshit; bully my; bully you; can't believe anyone; can't believe he; can't believe she; can't believe
            someone; can't believe they; can't believe you'd; can't forgive; can't stand; cannot believe they; cannot
            stand; cheap shot; claws are out; claws out; come at me; consequences for; contempt; corrupt; could scream;
            crashed again; cross me; cross with; crossed a line; crossed me; crossed the line; crosses the line; cut it
            out; dammit; damn it; damn you; deserves to be banned; did that to you; did this to you; disgusting thing;
            disrespects; do not test; do that to you; do this to you; don't ever; don't push me; don't pull; don't
            poke; don't grab; don't shake; don't drop; don't squeeze; let go of my; let go of me; don't start; don't
            talk to; don't tell me to calm; don't test me; don't touch; don't you dare; don't you ever; don't you
            start; don't you touch; done with her; done with him; done with them; done with these; done with this; dont
            ~ touch; doxx*; drive me crazy; drives me crazy; drives me mad; drives me nuts; driving me crazy; driving
            me insane; driving me nuts; driving me up; ears are flat; ears flat; ears pinned; enough already; enough is
            enough; enough out; every nerve; every single time; evil people; fed up; fight her; fight him; fight me;
            fight them; final straw; final warning; for crying out loud; for god's sake; for heaven's sake; for the
            hundredth; for the last time; for the third time; freaking lag; fuck off; fuck that; fuck this; fuck you;
            full of rage; fur is standing; fur is standing on; furious right now; furious with; get away from; get away
            from her; get away from him; get away from me; get banned; get lost; get out; get what's coming; get your
            hands; gets on my nerves; gets to treat; getting on my nerves; give me a name; give me names; give me their
            name; go to hell; goddammit; goddamn; going to bite; good grief stop; got away with; got to be kidding;
            griefer*; griefing; grind my; grinds my; growl*; growling; hackers; had enough; had it up to here; had it
            with; had no business; had no right; had the nerve; hands off; harass*; hate everything; hate her; hate
            him; hate how; hate it when; hate raid; hate that; hate the way; hate them; hate this; hate when; hate you;
            have the nerve; he cheated; he doesn't get to; he lied; he said what; hiss at; horrible people; hot under;
            how angry; how can they; how could he; how could she; how could they; how dare; how is that fair; how many
            times; how rude; hurts my friend; hypocrit*; i am angry; i am furious; i am mad; i could scream; i dare
            you; i hate; i said no; i said stop; i swear; i want names; i warned; i will fight; i will not let; i won't
            let; i'll bite; i'll fight; i'll never forgive; i'm angry; i'm annoyed; i'm boiling; i'm done with; i'm
            fuming; i'm furious; i'm growling; i'm hissing; i'm livid; i'm mad; i'm so done; i've asked nicely; i've
            had enough; i've had it; i've warned; inexcusable; insult; insult you; insulted you; insults you; is not
            okay; is so mean; isn't right; it's an outrage; it's not okay; it's not right; just wrong; keep it to
            yourself; keep your ~ to yourself; keyed my; kick them; laughed about it; laughed at her; laughed at him;
            laughed at them; laughed at you; knock it off; last nerve; last straw; last warning; leave her alone; leave
            him alone; leave me alone; leave them alone; leave us alone; leave ~ alone; let them get away; let this
            slide; lied to me; lies to; like dirt; like garbage; like trash; lose my temper; losing my patience; done
            being; ashamed of themselves; ashamed of yourself; ashamed of himself; ashamed of herself; losing my
            temper; lost my patience; low blow; lying to; mad at; mad right now; mad with; made me angry; made me mad;
            makes me angry; makes me furious; makes me mad; makes me sick; makes me so mad; makes me want to bite;
            makes me want to scream; makes my ears flat; makes my fur; mark my words; mean people; mean to you; mess
            with my; mess with us; mess with you; messes with; messing with; my claws; my last nerve; my temper; never
            forgive; no excuse; no forgiving; no means no; no one gets to; no one talks to; no right; nobody gets to;
            nobody hurts; nobody talks to; not a third time; not acceptable; not again; not calm; not fair to; not
            funny; not getting away; not letting this; not okay and; not okay with; not on my watch; not take this; on
            my nerves; one more insult; one more time and; out of line; out of my chat; out of my stream; out of
            patience; out of this chat; over my dead body; over the line; pay for that; pay for this; payback; pick a
            fight; pick on someone; pick on the; pick on you; picking on; picking on the; piss off; piss* me off;
            pissed me off; pissed off; pisses me off; put up with; quit bothering; quit doing; quit it; quit that; rage
            quit; ragequit; really annoying; rigged; rotten; rotten thing; rude; rude of; ruin everything; ruin it;
            ruined everything; ruined it; ruining everything; ruins everything; said stop; said that to you; say one
            more; say that to; say that to you; scammed; scammed me; scandal; scratched my; screw that; screw this;
            screw you; see red; seeing red; sets my teeth; shaking with; shame on; shame on them; shame on you;
            shameful; she cheated; she doesn't get to; she said what; show my teeth; shut it; shut up; shut your; sick
            and tired; sick of; sick of my; sick of them; sick of this; sickening; snarl*; so angry; so annoyed; so
            annoying; so done; so done with; so mad; so mean; so not okay; so rude; someone stole; speak to you like;
            speaks to you; square up; stabbed me in; stand by and; stand by while; stand idly; stand this; steam
            coming; stole credit; stole my; stole the; stole the kill; stole your; stop bothering; stop calling; stop
            doing; stop harassing; stop it; stop lying; stop messing; stop picking; stop poking; stop pulling; stop
            right there; stop shouting; stop spamming; stop talking to; stop that; stop this; stop touching; stop
            yelling; strangle; stream sniper*; stupid computer; stupid game; stupid printer; stupid thing; take it
            anymore; take that back; talk to them like that; talk to you like; talks to you; terrible people; that is
            enough; that was rude; that's cheating; that's enough; that's enough out; that's just mean; that's not
            funny; that's not okay; that's not right; that's outrageous; that's ridiculous; that's rude; the audacity;
            the last straw; the nerve of; there will be consequences; they blamed; they cheated; they did what; they
            don't get to; they had no; they lied; they said what; they'll be sorry; they'll pay; third time today; this
            again; this close to; this is bullshit; this is not okay; this is ridiculous; this lag; ticked off; ticks
            me off; timed out; tired of this; to my face; too far; took credit; touch my ~ again; treat people like;
            treat them like; treat us like; treat you like that; treat you that way; treats me like; treats you like;
            try me; two-faced; unbelievably rude; unforgivable; up the wall; upset at; upset with; very rude; want to
            bite; want to scream; want to throw; warned you; watch your language; watch your mouth; watch your tone; we
            hate; what is wrong with; what nerve; what the fuck; what the heck; what the hell; what's wrong with
            people; who did it; who did that; who did this; who do you think you are; who hurt you; who said that; who
            said this; who told you that; who wrote that; who wrote this; whoever did that; whoever did this; will
            bite; will not forget; will not have; will pay for; won't calm down; won't forget this; won't have it;
            won't let anyone; won't let her; won't let him; won't let them; won't let this; won't stand for; won't take
            this; won't tolerate; wrong with him; wrong with them; wrong with you; you don't get to; you ruined; you
            were warned; you will regret; you'll be sorry; you'll pay; you'll regret; you've got to be kidding
        """,
        2.0: """
            aargh; aggravat*; anger; angered; angri*; angry; annoy*; argh; arrgh; asshole*; bastard*; bitch*; bullcrap;
            cheater*; cheating; coward*; put me down; ow; crap; cruel; damn; despicabl*; despise; detest; disgrace*;
            disgust*; disrespect*; enraged; frustrat*; fuck; fucking; furious*; fury; gah; grr; grrr; hate; hated;
            hates; hatred; hostile; idiots; infuriat*; injustice; insult*; intolerable; irate; irritat*; jerk; jerks;
            liar; liars; livid; loathe; mad; moron*; nasty; offend*; outrag*; pissed; punish*; rage; raging; rant;
            resent*; revenge; scam; scammer*; scream at; seeth*; selfish; shit; slam; thief; thieves; traitor; ugh;
            unacceptable; unjust; urgh; vengeance; vile; wtf man; yell*
        """,
        1.6: """
            boiling; bullies; bully; garbage; get away with; get off; how could you; hurt you; hurts you; is garbage;
            is trash; lied to; mess with; not right; so wrong; stand it; stop being; took my
        """,
        1.5: """
            doesn't get to; don't even; don't get to; explode; hackles; hissing; no business; out now; punch; slap
        """,
        1.2: """
            broken again; dumb; fight; grind my gears; idiot; lied; never again; ridiculous; spam; spammer*; steal
            from; stole; toxic
        """,
        1.0: """
            enough; stupid
        """,
        0.6: """
            attack them; ban; banned; bite; blame; bug; bugs; complain*; crash*; fighting; hell; lag; lagging; laggy;
            no more; stop; teeth; troll; trolls; warn; warning
        """,
        0.4: """
            worst
        """,
    },
}
