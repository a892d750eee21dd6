"""Words of love and of sleep. See `models.emotion_words` for how they are written."""

from __future__ import annotations

from collections.abc import Mapping

from models.expression import Expression

WORDS: Mapping[Expression, Mapping[float, str]] = {
    Expression.LOVE: {
        3.2: """
            a hug; adore you; all my heart; all my love; all my love to; all the love; always be here; always be here
            for you; always be my; always be your; always here for you; always love you; always loved; apple of my eye;
            be mine; be my valentine; be with you; believe in you; best friends; better with you in it; big hug; big
            hugs; by your side; can't imagine life without; care about you; care for you; cares about you; come here
            you; count on me; cuddle with; dear to me; don't ever leave; everything to me; fall in love; falling in
            love; favorite human; favourite human; favourite people; fell in love; from the bottom of my heart; glad i
            have you; glad to have you; glad you exist; glad you were born; grateful for you; group hug; happy you
            exist; have your back; heart is full; heart melts; here for you; hold my hand; hold you; hold your hand;
            home with you; how much you mean; hug me; hug you; hugs and kisses; i adore; i like you; i love you; i
            think i love; i ~ love you; i'd rather be with; i'm here for you; i've got you; ily; ilysm; in love with;
            kiss me; kiss you; kisses; life without you; light of my life; like you best; like you too; lots of love;
            love being with you; love having you; love of my life; love talking to you; love this chat; love this
            community; love u; love y'all; love ya; love you; love you all; love you always; love you guys; love your;
            love your heart; love your laugh; love your smile; love your voice; lucky to have you; lucky to know you;
            luv u; luv you; mean so much to me; mean to me; mean* the world; means everything; means so much to me;
            melt my heart; melts my heart; miss you already; miss you when; much love; mwah; my angel; my darling; my
            dear; my everything; my favorite people; my favorite person; my favourite people; my favourite person; my
            love; my sweetheart; my whole heart; never alone; never stop loving; no one i'd rather; nobody i'd rather;
            nothing without you; on your side; place in my heart; precious to me; proud of us; proud of you; proud of
            you always; rather be with; rather sit here with; rather sit with; rather spend; safe with me; safe with
            you; sending hugs; sending love; smooch; snuggle with; so glad you exist; so much love; so sweet to me;
            soft heart; soft spot for you; special to me; stay with me; stay with you; stole my heart; stop loving;
            tender; tenderly; trust you with; valentine; virtual hug; warm when you; when you smile; will always love;
            with love; with you always; world is better with; world to me; wrap my tail around; xoxo; you are enough;
            you are loved; you are my home; you are not alone; you are precious; you are safe; you are special; you are
            wonderful; you can count on; you complete; you complete me; you have my heart; you have no idea how much
            you; you matter; you matter to me; you mean to me; you'll always be; you're enough; you're loved; you're my
            home; you're not alone; you're precious; you're safe here; you're special; you're wonderful; you've got me
        """,
        2.8: """
            affectionately; all my affection; all the hearts; and i mean it; bear hug; best thing in my; best thing on;
            best thing that ever happened to; biggest hug; bottom of my; butterfly kisses; cared for; cuddle; cuddle
            up; dear friend; dear heart; dear one; dearly; deserve happiness; deserve love; deserve the best; deserve
            to be loved; ever replace you; every minute with you; every moment with you; favourite thing about; gave me
            a home; get to be yours; give you a hug; give you the biggest; group cuddle; happened to me; heart
            bursting; heart glow; heart grew; heart is bursting; hearts for; here for you whatever; hold on to me; hug
            tight; i love our; i'm yours; kiss goodnight; kiss on the; little heart; love our; love you forever; love
            you more; love you most; love you to; loved and; loving you; lucky i get; lucky with you; means a lot; that
            means a lot; that means so much; moon and back; my favorite thing; my favourite part of; my favourite
            thing; my whole world; no one could ever replace; no one could replace; nobody could ever replace; nobody
            could replace; peck on the; safe here; safe with; snuggle; snuggle up; so lucky i; so many hearts; squeeze
            you; stay close; stay here with; sweet friend; sweetest person; tail hug; to be yours; to the moon and
            back; treasure every; treasure every minute; treasure this; treasure you; warm and safe; with you here;
            you're mine; you're so loved
        """,
        2.6: """
            best friend; my best friend; you're my best friend
        """,
        2.4: """
            all of my love; always and forever; always with you; arms around; best part of my; blow you a kiss; blowing
            kisses; blown you a kiss; bursting with pride; by being here; can't live without; care deeply; care so
            much; cheek kiss; choose you; come closer; couldn't be prouder; deeply fond; deserve all the; deserve the
            world; dream of you; each and every one of you; every day brighter; favorite part of my; favourite part of
            my; feel like home; feels like home; fond of you; for being here; for being you; forehead kiss; forever
            and; forever yours; got your back; hand in hand; happy to have you; head on my; head over heels; heart
            eyes; heart flutter*; heart is warm; heart is yours; heart of gold; heart skip*; hold you close; i chose
            you; i missed you; i'd choose you; i've got your back; in my life; kind heart; kindest heart; lean on me;
            lean on my; light up my; love all of you; love always; love each; love every one; love this family; loves
            you; lovesick; lovestruck; made with love; make everything better; make my day better; make my heart; makes
            my heart; missed you; my beloved; my heart; my home; my moon; my person; my precious; my shoulder; my star;
            my sun; my sunshine; my treasure; never leave you; never let you go; not leaving you; out of everyone;
            people who love you; proud of how; proud of what; proud of who; sent with love; side by side; so fond; so
            missed you; so proud; so very proud; soft for you; someone who loves; starry eyed; stuck with me; sweet on
            you; swoon*; tail around you; thank you for being; think about you; thinking of you; trade you for; true
            love; two hearts; very fond; weak for you; wish you were here; won't leave you; won't let you go; worth
            everything; worth the world; wouldn't trade; wrap my; you are home; you deserve love; you light up; you're
            home to me; yours always; yours truly
        """,
        2.0: """
            adore; adored; adores; affection*; anniversary; babe; beloved; blush*; caring; cherish*; crush on; cuddl*;
            date night; devoted; devotion; embrace*; flirt*; heartfelt; honeybun; hug; hugging; hugs; kiss; kissed;
            lovebird*; loveliest; precious; romance; romantic*; smooches; snuggl*; soulmate*; sweetheart; sweetie;
            tender*; together forever; uwu love; wedding
        """,
        1.6: """
            all yours; being here; beside you; brighter; by my side; come here; count on you; next to you; overflowing;
            rest your head; sending you; smitten; squeeze; the reason i; think of you; time with you; with you in it;
            your smile; yours
        """,
        1.2: """
            heart; loyal
        """,
        1.0: """
            close to you; love; loved; loyalty
        """,
        0.9: """
            darling; dear; dearest; forever; hearts
        """,
        0.5: """
            baby; brave; closer; companion; family; gentle; gently; promise; special; together; trust; trusted; warmth
        """,
    },
    Expression.SLEEPY: {
        3.4: """
            both got some sleep; get some sleep; get to bed; go get some rest; going blurry; got some sleep; head is
            heavy; i think it's bedtime; it's bedtime; it's time for bed; it's time to sleep; let's get some sleep;
            let's get you to bed; let's go to bed; let's go to sleep; let's head to bed; moon is high; my head is
            heavy; night all; night chat; night everyone; ready for sleep; ready to sleep; resting my; screen is
            blurry; so drowsy; some sleep; time for a nap; time for sleep; time to sleep; time to turn in; time we
            slept; too tired to; turn in for; turning in; you should rest; you should sleep
        """,
        3.2: """
            almost midnight; already fell asleep; barely conscious; bed calls; bed is calling; bed sounds; bed sounds
            good; bed sounds perfect; blanket fort; burned the midnight; calling me to bed; can hardly keep; dead on my
            feet; dozy; energy is gone; eyes close; eyes feel heavy; eyes keep closing; good night chat; good night
            everyone; goodnight everyone; i snore; i'm half asleep; keep yawning; let's whisper; lights out; my pillow;
            nap sounds; nearly midnight; nearly two in the morning; need my pillow; no energy left; on fumes; out like
            a light; out of steam; ran out of steam; run out of steam; running on fumes; sandman; sleep calls; sleep is
            calling; sleep like; sleep sounds; sleepy fox; sleepy now; sleepy voice; slept like; snoring; soft bed;
            tail fell asleep; too sleepy to; under a blanket; warm bed; yawning
        """,
        3.0: """
            can't think anymore; droop*; drooping; ears are drooping; fall asleep; five minutes more; five more
            minutes; morning already; sleep on it; ten more minutes
        """,
        2.8: """
            1 am; 1am; 2 am; 2am; 3 am; 3am; 4 am; 4am; after midnight; all nighter; all-nighter; almost asleep;
            already asleep; back to bed; back to sleep; ball of fluff; barely awake; barely keep; barely stay;
            batteries are empty; batteries are low; battery is low; battery low; bedtime; before coffee; big yawn;
            blinking slowly; brain is mush; call it a night; calling it a night; can hardly stay; can't keep my eyes;
            can't sleep; can't stay awake; can't stop yawning; close my eyes; close your eyes; couldn't sleep; count*
            sheep; counting stars; curl into; curl up; curled up; curling up; dead tired; didn't sleep; didn't sleep
            well; dog tired; doze off; dozing off; dreamland; drift away; drift off; drifting off; eyelids; eyelids
            weigh; eyes are closing; eyes are heavy; falling asleep; feeling sleepy; feeling tired; fell asleep; fluffy
            blanket; forty winks; four in the morning; get some rest; getting late; getting sleepy; getting tired; go
            to bed; go to sleep; going to bed; going to sleep; good night; goodnight; half asleep; half awake; haven't
            slept; head to bed; heavy eyelids; heavy eyes; hit the hay; hit the sack; i am tired; i'm beat; i'm
            exhausted; i'm sleepy; i'm tired; i'm wiped; i'm yawning; in bed; in my den; it's late; it's midnight; just
            woke; keep my eyes open; land of nod; late night; lay down; let's sleep; lie down; lights off; long day;
            look tired; looks tired; low battery; low on power; low power; lying down; mush; nearly asleep; need a nap;
            need a rest; need caffeine; need coffee; need my sleep; need rest; need sleep; need some sleep; need to
            recharge; need to sleep; needs a nap; needs sleep; night night; night owl; nighty night; nite nite; no
            energy; no sleep; nod off; nodding off; not awake yet; off to bed; off to dream; one eye open; one in the
            morning; out of energy; pass out; past midnight; past my bedtime; power down; power save; power saving;
            powering down; pulled an all; ready for bed; really tired; rest my eyes; rest up; rest well; rest your
            eyes; resting my eyes; running on empty; see you in my dreams; shut down for; shutting down; sleep mode;
            sleep now; sleep soon; sleep tight; sleep well; sleeping in; sleepless; sleepy head; sleepy time;
            sleepytime; slept badly; slept well; slow blink; slow morning; snooze button; so late; so sleepy; so tired;
            soft pillow; sound tired; sounds tired; standby; stars are out; stay awake; stay in bed; sweet dreams; take
            a nap; taking a nap; three in the morning; time for bed; time to log off; time to rest; tired now; tired
            today; too drowsy; too sleepy; too tired; tuck* in; two in the morning; under the blanket*; under the
            covers; ungodly hour; up all night; use a nap; very tired; wake me; wake me when; warm blanket; weigh a
            ton; wind down; winding down; without coffee; woke up; worn out; wrap it up for the night; yawns
        """,
        2.0: """
            asleep; blankets; doze; dozing; dreamy; drows*; exhaust*; fatigue*; groggy; hibernat*; hush; insomnia;
            knackered; lethargic; lullaby; mattress; nap; napping; naps; pajamas; pillows; pooped; pyjamas; shattered
            and; shh; siesta; sleep; sleeping; sleeps; sleepy; sleepyhead; slept; sluggish; slumber; snooze*; snor*;
            snuggled up; tired; tiring; weary; yawn*; zz; zzz; zzzz
        """,
        1.4: """
            end of the stream; log off; running low; so early; too early
        """,
        1.3: """
            low energy; my bed; whisper
        """,
        1.2: """
            bed; blanket; pillow
        """,
        1.0: """
            cozy blanket; lullabies
        """,
        0.5: """
            awake; batteries; battery; drained; dream; dreaming; dreams; late; lazy; midnight; moonlight; night; quiet;
            recharge; relax; rest; resting; slow
        """,
    },
}
