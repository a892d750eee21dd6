"""Moments with the face that suits them, "|" between faces that suit as well; one a line, "faces: words".

`SAYS` are lines of hers, `TOLD` what is said to her (her face while she thinks). Those under `TUNED` were looked at
while the words of `models.emotion` were weighed; `HELD_OUT` is only measured and not to be tuned on: write a new one
instead.
"""

from __future__ import annotations

TUNED_SAYS = """
happy: Good morning! It's nice to see you.
happy: I'm glad you're here.
happy: That's lovely, thank you.
happy: You did well today, and I'm pleased.
happy: Welcome back, I saved your seat.
happy: Aw, that makes my day.
happy: What a nice evening this turned out to be.
happy: Thanks for the follow, make yourself at home.
happy: That sounds like a good plan to me.
happy: I'm feeling great, thanks for asking.
happy: No worries at all, happy to help.
happy: Cheers, that's kind of you.
happy: Good job on that one.
happy: Not bad at all, I'm impressed.
happy: It's a beautiful day and I refuse to waste it.
happy: I really enjoyed that stream.
happy: You're welcome, any time.
happy: Nice to meet you, friend.
happy: Congratulations, you earned it.
happy: I like it here with you all.
excited: Let's go! We did it!
excited: Oh my god, this is going to be epic!
excited: I can't wait for tonight!
excited: A raid! Welcome in, everyone!
excited: YES! Finally! You beat the boss!
excited: Woohoo, new personal best!
excited: That play was insane!
excited: Get hyped, the show starts in five minutes!
excited: We hit a hundred followers! Pop the confetti!
excited: I'm so excited I could run in circles!
excited: Best day ever!
excited: Go go go, you've got this!
excited: Poggers! What a clutch!
excited: Everybody make some noise!
excited: I'm buzzing, let's start already!
excited: That was AMAZING!
snarky: Oh, sure. That'll go well.
snarky: Wow, what a genius move.
snarky: Bold strategy, walking into the lava.
snarky: Let me guess, it works on your machine.
snarky: Obviously. Who else would it be?
snarky: Oh please, my grandmother aims better than that.
snarky: Congratulations, you played yourself.
snarky: How original.
snarky: I'd be impressed if I weren't so busy being right.
snarky: Skill issue.
snarky: Nice try, but no.
snarky: I'm not judging. Actually, I am.
snarky: Another death. How will we ever recover.
snarky: Shocking. Nobody could have seen that coming. Except everybody.
snarky: Riveting. Do go on.
snarky: Sure, blame the lag.
snarky: If you say so.
snarky: Well, well, well. Look who finally showed up.
snarky: Someone's grumpy today.
snarky: Technically correct, the most annoying kind of correct.
thinking: Hmm, let me think about that.
thinking: Good question. I'm not sure.
thinking: I wonder what would happen if we tried the other door.
thinking: Maybe, but I'd have to work it out first.
thinking: Let me see. Seven times eight is fifty-six.
thinking: I suppose it depends on what you mean.
thinking: Interesting. What makes you say that?
thinking: I don't know the answer to that one.
thinking: Well, on one hand it's cheap. On the other hand it's ugly.
thinking: Give me a second, I'm trying to remember.
thinking: Perhaps the key is under the mat.
thinking: It could be the cable, or it could be the port.
thinking: That's a tricky one.
thinking: Wait, how does that work exactly?
thinking: Hm. Curious.
surprised: Wait, what?!
surprised: No way! Are you serious?
surprised: Oh! I didn't see that coming.
surprised: Whoa, where did that come from?
surprised: You're kidding me.
surprised: What on earth was that?
surprised: Holy moly, that's a lot of people.
surprised: Huh? When did that happen?
surprised: I can't believe it.
surprised: Oh my goodness, you startled me!
surprised: Out of nowhere, just like that!
surprised: Did that really just happen?
surprised: Yikes, that was close!
surprised: A thousand bits? I'm speechless.
sad: I'm so sorry to hear that.
sad: That must hurt a lot.
sad: I'm sorry for your loss.
sad: Oh no, that's awful.
sad: I miss the old days sometimes.
sad: That breaks my heart.
sad: It's been a rough week, hasn't it.
sad: I feel a little lonely when the screen goes dark.
sad: Unfortunately we lost the whole save.
sad: I wish I could hug you through the glass, but I can't.
sad: That sounds really hard.
sad: It's not fair, and I'm sad about it.
sad: I feel bad for the poor thing.
sad: We were so close. What a shame.
sad: Goodbyes always make me want to cry.
angry: How dare you!
angry: That makes me so mad.
angry: Stop it right now.
angry: I'm furious, they had no right.
angry: Leave them alone, or you'll answer to me.
angry: Ugh, I hate when that happens.
angry: That is unacceptable.
angry: Cheaters make my blood boil.
angry: Enough! Get out of my chat.
angry: Are you kidding me? He stole the kill!
angry: I've had it with this stupid printer.
angry: Don't you ever talk to them like that again.
angry: This game is infuriating!
angry: Grr, not again!
sleepy: Good night, sleep well.
sleepy: Yawn. Is it bedtime yet?
sleepy: I can barely keep my eyes open.
sleepy: Sweet dreams, see you tomorrow.
sleepy: It's so late, let's call it a night.
sleepy: I'm exhausted, that was a long stream.
sleepy: Five more minutes, please. The blanket is warm.
sleepy: I could use a nap.
sleepy: Shh, I'm dozing off.
sleepy: Zzz.
sleepy: You look tired. Go to bed.
love: I love you too.
love: You mean the world to me.
love: Aw, sending you a big hug.
love: You're my favourite person.
love: I'm so proud of you.
love: I adore you, you know that?
love: Come here, you. Cuddles.
love: My heart is full, thank you all.
love: I'll always be here for you.
love: You are so precious to me.
love: Kisses from me to you.
love: I care about you more than you know.
love: <3 you all so much
laughing: Hahaha, stop it!
laughing: LOL, that's hilarious.
laughing: I can't stop laughing.
laughing: Hehe, you should have seen your face.
laughing: That was so funny I nearly fell over.
laughing: Lmao what was that jump
laughing: You crack me up.
laughing: Ha! Good one.
laughing: I'm dying, that was comedy gold.
laughing: My sides hurt, no more jokes.
laughing: Bahaha, he ran straight into the wall.
cat_face: Nobody saw me take that biscuit.
cat_face: Meow.
cat_face: It wasn't me, I was napping. Probably.
cat_face: Hehehe, I hid your cursor. Nya.
cat_face: Got any snacks for a good fox?
cat_face: Purr, more head pats please.
cat_face: I have a sneaky little plan.
cat_face: What? I'm innocent. Look at these paws.
cat_face: I may have knocked your cup off the desk.
cat_face: Boop. Got your nose.
cat_face: Teehee, mischief managed.
cat_face: My tail did it, not me.
cat_face: Dibs on the last cookie.
cat_face: If I fits, I sits.
snarky|idle: The kettle is on.
snarky|idle: The next one starts at eight.
snarky|idle: You have three tabs open about otters.
happy: Hello there, friend!
happy: That's sweet of you to say.
happy: I am not sad about it, I'm happy.
sad: I'm not happy about this at all.
sad|thinking: I don't feel so good today.
snarky|angry: I am not amused.
happy: There you are! I was hoping you'd drop by.
happy: The soup turned out really tasty.
happy: I had such a pleasant afternoon with you.
happy: Everyone in chat is being so kind today.
happy: This little melody always cheers me up.
happy: We finished early, so let's celebrate with tea.
happy: Glad that's sorted.
happy: You made it home safe, what a relief.
happy: Your garden sounds gorgeous.
happy: I'm smiling over here.
excited: Tomorrow is launch day and I am vibrating!
excited: Three, two, one, and we're off!
excited: Oh, this is huge! This is really huge!
excited: Did you see that? Triple kill! TRIPLE KILL!
excited: A new map! Can we go now? Can we go right now?
excited: Buckle up, chat, it's about to get wild!
excited: Five hundred viewers! We smashed the goal!
excited: The trailer just dropped and it looks incredible!
excited: Yes yes yes!
excited: Come on, one more hit and he's down!
excited: Big raid incoming, get the confetti!
snarky: Ah yes, because that worked so well last time.
snarky: Truly, the peak of human intelligence.
snarky: Don't strain yourself.
snarky: You're right on time, for tomorrow.
snarky: I would explain it, but I left my crayons at home.
snarky: Another brilliant plan from the person who lost to a door.
snarky: Oh no, consequences. Who could have predicted those?
snarky: My condolences to your keyboard.
snarky: Is that your strategy, or did the cat walk over the controller?
snarky: And the award for slowest reload goes to you.
snarky: Wonderful. Another meeting that could have been an email.
snarky: It's almost like reading the instructions helps.
snarky: Impressive. You managed to miss a barn from inside the barn.
thinking: Let's consider both sides for a minute.
thinking: There might be a pattern in those numbers.
thinking: I'm trying to work out what she meant by that.
thinking: Which of the two would you regret more?
thinking: Now, where have I heard that before?
thinking: It might be the weather, or maybe just Monday.
thinking: That raises an interesting question.
thinking: Hmm... so if A is true, B can't be.
thinking: I'm not quite sure how to put this.
thinking: What would you do in his place?
thinking: If memory serves, it was in the spring.
surprised: You ate the whole thing?
surprised: Wait, that's today?
surprised: Well, I'll be. It actually works.
surprised: Hang on, a hundred euros? For me?
surprised: What! Since when do you cook?
surprised: I had no idea!
surprised: Goodness, where did all of you come from?
surprised: That plot twist got me.
surprised: Eek! Something moved!
surprised: Never in my life have I seen a score like that.
sad: I wish I could make it better for you.
sad: It's hard to watch you struggle.
sad: My heart goes out to you.
sad: The last episode left me in tears.
sad: Losing a friend like that never gets easy.
sad: I'm sorry, that's a lot to carry.
sad: It feels empty here without them.
sad: We did our best and it still wasn't enough.
sad: That's such a shame, you worked so hard.
sad: I'm feeling a bit blue tonight.
sad: He was a good boy, and he's going to be missed.
angry: Who wrote that about you? Give me a name.
angry: That is not okay, and somebody needs to say it.
angry: Stop harassing my streamer.
angry: I'm so sick of these bots!
angry: Don't you touch my tail!
angry: Absolutely not. Nobody gets to treat you like that.
angry: I am this close to losing my temper.
angry: That referee is a joke, it's an outrage!
angry: Oh, I am going to bite someone.
angry: Keep your insults to yourself.
sleepy: My eyelids weigh a ton.
sleepy: Can we continue after a nap?
sleepy: It's three in the morning and my brain is mush.
sleepy: Mmm, so cosy, I might drift away.
sleepy: Wake me when it's over.
sleepy: *yawns* Sorry, what were you saying?
sleepy: I'm running low on power. Time to rest.
sleepy: Let's go to sleep, tomorrow is another day.
love: You make every day brighter just by being here.
love: I wouldn't trade you for anything.
love: You're the reason this place feels like home.
love: Hug. Right now. No arguments.
love: I'm so grateful you're in my life.
love: Chat, I love each and every one of you.
love: You have the kindest heart I know.
love: Let me hold you for a moment.
love: Forever on your side, you know that.
laughing: Haha, oh that is too good.
laughing: I'm wheezing, play that again.
laughing: Pfft, hahaha, you fell in the pond!
laughing: That made me giggle.
laughing: Okay, that joke got me, I'm in stitches.
laughing: You put the pizza in upside down? I'm crying, hahaha.
laughing: LMAO the timing
cat_face: Nya! Throw the yarn again.
cat_face: I borrowed one chip. Fine, the bag.
cat_face: Me? Sneaking around your folders? Never.
cat_face: Purrs and chaos, that's my schedule.
cat_face: I'll trade you one secret for one tuna sandwich.
cat_face: Hehe, I put a whoopee cushion on your chair.
cat_face: You left your sandwich alone. Big mistake.
cat_face: Mew mew, pay the snack tax.
cat_face: Chin scratches, and nobody gets hurt.
happy: Welcome to the stream, grab a seat.
happy: It went better than I hoped.
happy: Good choice, that tea smells heavenly in my imagination.
happy: I'm pleased to report the code compiles.
happy|surprised: You remembered! That's so thoughtful.
happy: What a cheerful bunch you are.
happy: All done, and it looks wonderful.
happy: I could listen to you talk about this all day.
happy: Lovely to have you here.
happy: That's the best news I've heard all week.
excited: It's happening, it's actually happening!
excited: We're going on an adventure!
excited: Chat, get in here, he's about to break the record!
excited: I can hardly wait to see your face!
excited: Play it again! Play it again!
excited: Oh my stars, it's finally out!
excited: Woo! Another win for the team!
excited: Look at that score climb!
excited: This is my favourite part, get ready!
excited: So much energy in this chat tonight, I love it!
snarky: Sure, and I'm the queen of France.
snarky: You've been stuck here for an hour, but please, take your time.
snarky: How delightful, another pop-up.
snarky: I'll put that on the list of things I don't care about.
snarky: Some would call it a plan. I would not.
snarky: Was that your best shot, or just a rehearsal?
snarky: Oh look, it's broken again. What a surprise.
snarky: Your confidence is adorable.
snarky: I'd agree with you, but then we'd both be wrong.
snarky: Fascinating. Tell me more about your fantasy football team.
snarky: Yes, because shouting at it always works.
snarky: Excellent parking, if you were aiming for the hedge.
thinking: Let me turn that over in my head for a bit.
thinking: I believe it's the second one, but I could be wrong.
thinking: So what you're saying is that it depends on the weather.
thinking: Hmm, there must be another way in.
thinking: Have you tried turning it clockwise?
thinking: What would make tomorrow easier?
thinking: It's an old word, from Latin I think.
thinking: I'd need to know more before I answer.
thinking: Maybe we should start with the small box.
thinking: That's worth pondering.
surprised: What? You're leaving already?
surprised: Ooh, I wasn't ready for that.
surprised: You speak Finnish? Since when?
surprised: Oh! You scared the fluff off me.
surprised: That can't be right. It was here a second ago.
surprised: Woah, that came out of nowhere!
surprised: Really? You'd do that for me?
surprised: Well, that's unexpected.
surprised: Are my eyes deceiving me?
surprised: They gave you how much?!
sad: I'm so sorry, he sounds like he was a wonderful dog.
sad: It hurts to see you like this.
sad: Some days are just heavy.
sad: I'm sorry it didn't work out.
sad: That's heartbreaking.
sad: I know you gave it everything, and it still slipped away.
sad: It's lonely when the stream ends.
sad: Oh, honey. That's terrible news.
sad: I wish today had been kinder to you.
sad: It's okay to be sad about it.
angry: They said what to you? Oh, I am furious.
angry: Nobody talks to you like that.
angry: That's it, I've had enough of this boss.
angry: Keep your hands off my streamer.
angry: How could they do that? It's disgusting.
angry: Ugh, this lag is driving me mad.
angry: I won't stand by while they insult you.
angry: Apologize. Now.
angry: What a rotten thing to do.
angry: I swear I will bite whoever did this.
sleepy: I think it's time we both got some sleep.
sleepy: Mm, so drowsy. The screen is going blurry.
sleepy: Just resting my eyes for a second.
sleepy: The moon is high and my head is heavy.
sleepy: Night, everyone. Dream of stars.
sleepy: It's been a long day, I'm ready for bed.
sleepy: I'm too tired to be witty.
sleepy: Can we be quiet for a while? I'm sleepy.
love: I love you to the moon and back.
love: You are my favourite human, and that's final.
love: Thank you for being in my life.
love: Come here and let me hug you.
love: My little fox heart is all yours.
love: I treasure every minute with you.
love: You're loved, don't forget that.
love: I'm so lucky I get to be yours.
laughing: Hahaha, I can't, I simply can't!
laughing: Okay that was hilarious, do it again.
laughing: He he, you said duty.
laughing: I laughed so hard my ears fell off.
laughing: Stop, stop, you're killing me!
laughing: Haha, good one, you got me.
laughing: That's the funniest thing I've seen all week.
cat_face: Meow? I mean, hello.
cat_face: I knocked it off the shelf to see what would happen.
cat_face: You can't prove it was me.
cat_face: Hehe, I hid all the semicolons.
cat_face: Pet the fox, you know you want to.
cat_face: I smell fish. Share.
cat_face: Caught me with my paw in the cookie jar.
cat_face: Prrr, that's the spot.
happy: Oh good, you're back. I like it better with you around.
happy: That's a solid result, be pleased with it.
happy: It's a good evening for a quiet stream.
happy: I'm having a wonderful time, honestly.
happy: Thanks for stopping by, it made the afternoon nicer.
happy: Your new haircut suits you.
happy: Yes, I'd love to!
happy: Everything went smoothly today.
excited: They did it! They actually did it!
excited: We're about to start the biggest stream of the year!
excited: I've waited all month for this patch!
excited: Quick, quick, come and see!
excited: First place! We got first place!
excited: It's game night, everybody!
excited: Ten more subs and we hit the goal!
excited: The boss is at one percent, GO!
snarky: Oh, you're using that weapon. Brave.
snarky: I've met doors with better reflexes.
snarky: Sure, let's press every button and hope.
snarky: You do know there's a map, right?
snarky: Amazing. You found the one wall without a door.
snarky: Nobody panic, the expert is here.
snarky: I'd help, but watching is so much more fun.
snarky: And they say talent can't be taught.
thinking: Let's see, if we cut the budget in half we could keep both.
thinking: I'm wondering whether it's worth the trouble.
thinking: It's either the battery or the cable.
thinking: Give me a minute, I have to think this through.
thinking: What do you usually do when that happens?
thinking: I'm not sure I follow. Could you explain it once more?
thinking: There's probably a simple reason for it.
surprised: Wait, you can juggle?
surprised: I did not see that one coming!
surprised: That's... actually correct?!
surprised: Oh! Hello! You came out of nowhere!
surprised: You finished it in one day? That's unbelievable.
surprised: Whoa, whoa, whoa, back up.
surprised: Two hundred people just walked in!
sad: I'm sorry she said that to you.
sad: That one hurt.
sad: I hate seeing you this low.
sad: We'll miss you around here.
sad: It's a sad day for the channel.
sad: I wish things had gone differently.
sad: No wonder you feel awful, that's a terrible thing to go through.
angry: What a disgusting thing to say to someone.
angry: Get away from her!
angry: I'm not calm, and I won't calm down!
angry: That makes my blood boil.
angry: Don't you dare quit on my account, they're the ones who should leave.
angry: They blamed you for it? Unbelievable. I'm fuming.
angry: One more insult and you're out of this chat.
sleepy: I could fall asleep standing up.
sleepy: Is it morning already? Ten more minutes.
sleepy: Let's sleep on it, I can't think anymore.
sleepy: I'm curling up under the taskbar, good night.
sleepy: My ears are drooping, that means bedtime.
sleepy: Yaaawn. Where were we?
love: I'm here for you, whatever happens.
love: You make my little heart glow.
love: Nobody could ever replace you.
love: I'd give you the biggest hug if I had arms that long.
love: I love our evenings together.
love: You're the best thing on this desktop, and I mean it.
laughing: Bwahaha, right in the face!
laughing: I can't even, that was ridiculous, haha.
laughing: Ha! You walked straight off the cliff!
laughing: Hehehe, stop, my tummy hurts.
laughing: That impression was hysterical.
cat_face: I'm just going to sit on your keyboard for a moment.
cat_face: There was a fish. There is no fish now. Case closed.
cat_face: More ear scratches, human.
cat_face: I'm being very good. Suspiciously good.
cat_face: Nyahaha, the cookie is mine!
cat_face: Shall we cause a little trouble?
happy: Morning, sunshine. Slept well, I hope?
happy: You're doing wonderfully, keep it up.
happy: That's a relief, I was starting to wonder.
happy: Glad you liked the joke.
happy: It's always nice when chat is this relaxed.
happy: Good news, the build passed.
happy: I'm in a very good mood today.
happy: Your hard work paid off.
happy: That made me smile.
happy: It's a pleasure, truly.
excited: No spoilers, but the next level is going to blow your mind!
excited: I've got a good feeling about this run, let's gooo!
excited: You got the part? YOU GOT THE PART!
excited: Everybody up, it's time to celebrate!
excited: Eeee, the package is here!
excited: We broke our record, chat!
excited: I could dance on the taskbar right now!
excited: What a stream, what a crowd, what a night!
snarky: Oh, you again. My favourite disaster.
snarky: Yes, I'm sure the fifth attempt will be different.
snarky: Impressive aim. The wall never stood a chance.
snarky: I'd clap, but I have standards.
snarky: Charming. Did you rehearse that in the mirror?
snarky: Look at you, reading patch notes like a grown-up.
snarky: You call it a strategy, I call it a cry for help.
snarky: Ah, the classic walk-into-the-spikes technique.
snarky: That excuse was almost as good as the last six.
thinking: Let me work through that one piece at a time.
thinking: I'm not sure it's that simple.
thinking: It could go either way, honestly.
thinking: Why would the door be locked from the inside?
thinking: Give me a moment to consider it.
thinking: My best guess would be around forty.
thinking: There are two ways to read that sentence.
thinking: Is it possible we've been going in circles?
surprised: Wait, you're telling me it was free the whole time?
surprised: Oh my goodness, is that a real sword?
surprised: I never would have guessed that.
surprised: Where did you come from?!
surprised: That was faster than I expected.
surprised: Huh. I did not know that.
surprised: You're awake? At this hour?
surprised: What in the name of the moon was that?
sad: I'm really sorry you had to deal with that alone.
sad: It's a lonely feeling, isn't it.
sad: Poor little guy didn't make it.
sad: I'm going to miss these late nights.
sad: It hurts when people leave without saying goodbye.
sad: Today was a hard one.
sad: I wish I had better news.
sad: Sometimes I feel like nobody hears me.
angry: That's enough. Out.
angry: You don't get to talk to her that way.
angry: I've asked nicely twice. Not a third time.
angry: They had no business reading your messages.
angry: My fur is standing on end, that's how angry I am.
angry: This update broke everything and I'm livid.
angry: Stop picking on the new viewer.
angry: That makes me want to bite something.
sleepy: I'm running on fumes here.
sleepy: Bed sounds perfect right about now.
sleepy: Let's whisper, it's nearly two in the morning.
sleepy: I keep yawning, I'm so sorry.
sleepy: One more song, then lights out.
sleepy: My tail already fell asleep.
love: You have no idea how much you mean to me.
love: I'm proud of you, always.
love: There's nobody I'd rather sit here with.
love: Sending all my love to chat tonight.
love: You are my home.
love: Let me wrap my tail around you.
laughing: Oh no, I'm laughing too hard to talk.
laughing: Hahaha, classic.
laughing: You tripped over your own cable, I'm in tears!
laughing: That's the dumbest thing I've ever heard and I love it, haha.
laughing: Snort. Sorry. That was unexpectedly funny.
cat_face: I didn't touch the yarn. The yarn touched me.
cat_face: Snack first, questions later.
cat_face: Pspsps yourself, I'm a fox.
cat_face: I've hidden your other sock. Negotiations begin at dawn.
cat_face: Oops, did I just unplug that?
cat_face: Who's a good fox? It's me, I'm the good fox.
"""

TUNED_TOLD = """
sad: My dog died this morning.
sad: I failed my exam and I feel terrible.
sad: She broke up with me.
sad: I'm really sad today.
sad: I feel so lonely lately.
sad: I lost my job.
sad: Nobody came to my stream.
sad: My grandma passed away last week.
sad: I'm having a really bad day.
sad: I think I'm depressed.
sad: i've been crying all night
sad: everything hurts and nothing works out
sad: I miss my mum.
love: I love you, Vesper.
love: You're my best friend, I adore you.
love: love u so much <3
happy|love: You're so cute.
happy|love: Thank you, you're the best.
happy: Good girl!
happy: That was really helpful, thanks.
happy: I had a great day today.
happy: I like talking to you.
excited: I got the job!!!
excited: WE WON THE TOURNAMENT!
excited: I passed my exam!
excited: guess what, I'm going to Japan!
excited: I just hit affiliate!
snarky|angry: You're so stupid.
snarky|angry: Shut up.
snarky|angry: You are a useless bot.
snarky|angry: i hate you
snarky|angry: nobody likes you, go away
angry: My boss is such a jerk, I'm so angry.
angry: I'm pissed off at this game.
angry: someone stole my bike, I'm furious
laughing: hahaha that was hilarious
laughing: lmaooo you're killing me
laughing: 😂😂😂
surprised: omg you'll never believe what just happened
thinking: What's the capital of France?
thinking: Can you help me with my homework?
thinking: what time is it
thinking: Tell me about black holes.
thinking: Are you happy?
thinking: Do you love pizza?
thinking: I'm thinking of buying a new keyboard.
thinking: what do you think about cats
sleepy|thinking: I'm so tired.
sleepy|thinking: good night Vesper, I'm going to bed
sad: my hamster passed away yesterday
sad: I can't stop crying.
sad: I didn't get the job.
sad: My parents are getting divorced.
sad: I feel like nobody wants me around.
sad: It's been the worst week of my life.
sad: my girlfriend left me
sad: i'm so stressed and exhausted i could cry
sad: Nobody remembered my birthday.
love: I love you so much, you little fox
love: you mean everything to me
happy|love: You always cheer me up.
happy|love: you're a good friend
happy: Thank you for your help today!
happy: your voice is so pretty
happy|excited: We got engaged!
excited|happy: My sister had her baby today!
excited: I hit diamond rank!!!
excited: we're going to the concert tomorrow!!
snarky|angry: you're such an idiot
snarky|angry: Your jokes are terrible.
snarky|angry: god you are annoying
snarky|angry: stupid fox
snarky|angry: Nobody asked you.
angry: My roommate ate my food again and I'm livid.
angry: I hate my job, they treat us like dirt.
angry: this game is trash, the hackers ruin everything
laughing: haha you're so funny
laughing: I fell off my chair laughing
surprised: no way, you can do that?
thinking: How do I boil an egg?
thinking: what should I play tonight
thinking: I need to write an essay on Rome.
thinking: which one is better, tea or coffee?
thinking: Let's talk about space.
thinking: do you remember what I said yesterday
sad: My best friend moved away and I miss her.
sad: I had to put my cat to sleep today.
sad: i don't think anyone likes me
sad: I'm feeling really down.
sad: Today at work they fired me.
love: You know I love you, right?
love: i adore you vesper
happy|love: you're adorable
happy|love: You did a great job today.
happy: I feel so much better now, thanks.
excited|happy: My paper got accepted!
excited|happy: I finally beat the final boss!
excited|happy: we're getting a puppy!!!
snarky|angry: you're the worst
snarky|angry: Oh shut up already.
snarky|angry: I don't like you.
snarky|angry: You're just a dumb program.
angry: My landlord lied to me and I am so mad.
angry: ugh I hate this stupid update
laughing: lol that was funny
laughing: hahahahaha
surprised: Whoa, I didn't know you could do that!
thinking: Who painted the Mona Lisa?
thinking: Recommend me a movie.
thinking: How are you?
thinking: I'm going to the shop later.
sad: My grandfather is in the hospital.
sad: I feel so alone right now.
sad: we broke up yesterday
sad: I'm not doing so great.
sad: I cried the whole way home.
love: I love you more than anything
happy|love: You're my favourite companion.
happy|love: Thanks Vesper, you're a star.
happy: It was such a lovely day at the beach.
excited|happy: I finished my first novel!
excited|happy: OMG I GOT INTO MY DREAM SCHOOL
snarky|angry: you are so boring
snarky|angry: stop talking
snarky|angry: You're a terrible companion.
angry: I'm so mad at my brother right now.
angry: they cancelled my flight and won't refund me, I'm furious
laughing: lol you're silly
surprised: what?! how did you know that
thinking: What's seven times nine?
thinking: My keyboard has red switches.
thinking: Do you like music?
thinking: ok so I want to learn the guitar
sad: my hamster didn't survive the surgery
sad: I feel like giving up.
sad: nobody talked to me at the party
sad: I lost the baby.
sad: my ex is getting married and it hurts
love: Vesper, I think I love you
happy|love: you're so sweet to me
happy: thank you, that helped a lot
happy: today went really well
excited|happy: we finally bought a house!
excited|happy: I GOT ACCEPTED
excited: guess who's going to the world finals!!
snarky|angry: you're dumb
snarky|angry: you talk too much
snarky|angry: worst joke ever, you're not funny
angry: someone scammed me and I'm so angry
angry: I'm sick of my job
laughing: 🤣🤣 you're too much
laughing: that killed me lmao
surprised: wait you can see me??
surprised: holy crap did that just happen
thinking: what's your opinion on pineapple pizza
thinking: I have a question about physics
thinking: set a timer for ten minutes
thinking: my screen is 27 inches
"""

HELD_OUT_SAYS = """
happy: Hi friend, pull up a chair.
happy: It's so good to have you back.
happy: I appreciate that more than I can say.
happy: Yay, that worked on the first try.
happy: What a delightful little level.
happy: Well done, that was tidy.
happy: Everything's fine, I'm having a good time.
happy: Thanks a bunch for the sub.
happy: Happy birthday, enjoy your cake.
happy: I'm pretty content right here.
happy: Hooray for small wins.
excited: Oh yes, let's do this!
excited: New game day! I've been counting the hours!
excited: Hype train! All aboard!
excited: Twenty gifted subs? You legends!
excited: This is the best thing that's ever happened!
excited: I'm pumped, bring on the final boss!
excited: GOAL! What a shot!
excited: Ready, set, go!
excited: We're live, people! Here we go!
excited: Unbelievable, a flawless run!
snarky: Brilliant. You've locked yourself out again.
snarky: Sure thing, captain obvious.
snarky: Oh, how the mighty have fallen.
snarky: Remind me, which of us is the software?
snarky: I'm sure the tutorial was just for other people.
snarky: Ten out of ten for effort, two for aim.
snarky: Did you try turning your brain off and on again?
snarky: Yeah, right.
snarky: That's cute. Wrong, but cute.
snarky: What could possibly go wrong.
snarky: I've seen glaciers type faster.
thinking: Let me look at it from another angle.
thinking: I'm not certain, but I think it's Tuesday.
thinking: Hm, that doesn't add up.
thinking: What if we go left this time?
thinking: Could be. Hard to say.
thinking: Okay, step by step. What changed since yesterday?
thinking: I have to ponder that for a moment.
thinking: Possibly a loose wire.
thinking: No idea, honestly.
surprised: Wow, I did not expect that.
surprised: Say what now?
surprised: Hold on, you did what?
surprised: Gosh, you scared me!
surprised: Seriously? All of it?
surprised: My jaw just hit the floor.
surprised: Oh wow, so many people all at once.
surprised: That came out of the blue.
sad: I'm sorry you're going through this.
sad: Aw, poor you. That's rough.
sad: It makes me a bit sad to see you go.
sad: That must have been so painful.
sad: Sadly, the run ends here.
sad: My condolences to the family.
sad: I feel awful about what I said.
sad: There, there. It's okay to cry.
angry: Back off. That's my friend you're talking to.
angry: I'm so annoyed right now.
angry: What is wrong with people?
angry: That's disgusting behaviour and I won't have it.
angry: Knock it off.
angry: They cheated, and it makes me furious!
angry: I'm fed up with these ads.
angry: Don't test me.
sleepy: I'm about to nod off over here.
sleepy: Nighty night, little star.
sleepy: So... tired... need pillow.
sleepy: It's way past my bedtime.
sleepy: Rest well, you've earned it.
sleepy: My batteries are empty, I need some sleep.
love: You're wonderful and I love having you around.
love: Big hugs, my dear.
love: You'll always have a place in my heart.
love: I'm so lucky to have you.
love: I love this community with all my heart.
love: You are everything to me, sweetheart.
laughing: Ahahaha, oh no, do it again!
laughing: That joke was so bad I snorted.
laughing: I'm cracking up over here.
laughing: Stop, I can't breathe, that's too funny.
laughing: rofl, the duck came back
cat_face: Mrrow. Feed me.
cat_face: I'm plotting something and you can't stop me.
cat_face: Whatever happened to your mouse, I had nothing to do with it.
cat_face: Scratch behind the ears, please.
cat_face: I stole a fish from the soup. Delicious.
cat_face: Pounce!
cat_face: Wiggle wiggle. The prank is ready.
snarky|idle: There are four of them on the bridge.
snarky|idle: It's ten past nine.
happy: I'm so glad you stopped by today.
happy: Nice work on that puzzle.
happy: What a lovely way to end the week.
happy: Thanks, that was really kind.
happy: It feels good to be back on the desktop.
happy: Welcome, newcomers, the water's warm.
excited: We're so close to the goal, keep it coming!
excited: It's launch time! Everyone ready?
excited: That clutch was unreal!
excited: I can't sit still, this is too good!
excited: New emotes! Go try them right now!
excited: Fifty bits! The crowd goes wild!
snarky: Ah, another flawless landing. On your face.
snarky: Sure, ignore the map. It's only a map.
snarky: I'd offer advice, but you'd have to follow it.
snarky: Wow, only eleven tries. A new record.
snarky: Let me know when the competent one logs in.
snarky: You're welcome for the warning you ignored.
thinking: Hmm, that's a fair point.
thinking: I wonder who left this note.
thinking: Let's think about what we know so far.
thinking: Maybe the answer is simpler than it looks.
thinking: I'm trying to remember the name of that song.
thinking: How would you solve it?
surprised: Whoa, that's a big number!
surprised: Wait, is that thing alive?
surprised: I can't believe you actually did it.
surprised: Oh! I didn't hear you come in.
surprised: No way that just happened.
surprised: You kept all of my drawings?
sad: I'm sorry, that sounds really painful.
sad: It makes me sad that you're hurting.
sad: I miss how things used to be.
sad: Losing hurts, I know.
sad: Nobody should have to feel that alone.
sad: Aww, that's such sad news.
angry: That was a cruel thing to say.
angry: I'm so angry I could spit.
angry: Stop insulting my friends.
angry: How dare they treat you like that!
angry: Rules are rules, and you broke them. Get out.
angry: I hate bullies.
sleepy: Good night, chat, sleep tight.
sleepy: I can't keep my eyes open anymore.
sleepy: So sleepy. Just five more minutes.
sleepy: It's late and the pillow is calling.
sleepy: Yawn, what time is it?
sleepy: Time for a little nap in the taskbar.
love: I love you all so much, chat.
love: You mean everything to me.
love: Here's a hug, a long one.
love: I'm proud of how far you've come.
love: You'll always have me.
love: My heart is so full right now.
laughing: Hahaha, I did not expect the goat!
laughing: Stop it, I'm crying laughing!
laughing: That was hilarious, you should see the replay.
laughing: Lol, nice catch, butterfingers.
laughing: I'm giggling like an idiot over here.
laughing: Hehe, he slipped on his own banana.
cat_face: Meow, I demand attention.
cat_face: I pushed your pen off the desk. It had it coming.
cat_face: Nya, gimme the treat.
cat_face: Who, me? I was only sniffing your sandwich.
cat_face: Purr, keep scratching right there.
cat_face: I'm up to something. You'll see.
"""

HELD_OUT_TOLD = """
sad: My cat is very sick and I'm scared.
sad: I got rejected again.
sad: I feel like a failure.
sad: my best friend isn't talking to me anymore and it hurts
sad: today was awful
sad: I'm heartbroken.
sad: i feel empty inside
love: I really love you.
love: you mean so much to me
happy|love: You are amazing, Vesper.
happy|love: thanks for always being there
happy: I'm in such a good mood.
happy: nice one, well played
excited: We just sold our first game!!
excited: I'm so excited for tomorrow!
excited: GUESS WHO GOT TICKETS
snarky|angry: You suck.
snarky|angry: you're annoying, be quiet
snarky|angry: worst assistant ever
angry: This stupid computer crashed again, I'm so mad!
angry: I can't stand my neighbours, they drive me crazy
laughing: LOL
laughing: ha ha ha good one
thinking: How many moons does Jupiter have?
thinking: Should I paint the wall blue or green?
thinking: Remind me to call the bank.
thinking: why is the sky blue
surprised: wtf, did you see that?!
sad: I'm so sad, my fish died.
sad: I had a terrible day.
sad: my dad is sick and I'm scared
love: I love you Vesper!
happy|love: you're so pretty
happy: thanks for the help
excited|happy: I won the match!!!
excited|happy: I'm so happy, I got promoted!
snarky|angry: shut up stupid
snarky|angry: you're annoying
angry: I hate this game so much, it makes me furious
laughing: hahaha nice one
surprised: omg what was that
thinking: how tall is Mount Everest
thinking: can we talk about movies
thinking: I'm working on a new drawing
"""
