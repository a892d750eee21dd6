"""Moments in which a face is easily mistaken, with the faces that suit them; one a line, "faces: what happens".

"A > B": A was said to her, B is what she says; without ">" she says all of it; "A >" alone: she still thinks of an
answer. "@raid" before it: that happens in the same moment. Every one holds whatever her tone, smirking or none.

Under `TUNED` are those that were looked at while the rules were written; `HELD_OUT` is only measured and not to be
tuned on: write a new one instead.
"""

from __future__ import annotations

TUNED = """
snarky: That went about as well as the last time.
snarky: You have only missed the jump nine times, so it must be the keyboard.
snarky: Sure, unplug the router, because that has fixed so many things today.
snarky: A slight delay. Only four hours.
snarky: I have seen glaciers load faster.
snarky: Not your finest landing, I would say.
snarky|laughing: Well, the car is technically parked. On its roof.
snarky: Who needs a save file anyway.
snarky: If by done you mean not started, then yes.
snarky: It's just a tiny fire. The kitchen had a good run.
snarky: Of course it works now that I am looking at it.
snarky: Wonderful, the update wants to restart the computer again.
snarky: Poor you, having to get up before noon.
snarky: Great, one more password I have to pretend to remember.
snarky: Oh, perfect. The printer is offline, as tradition demands.
snarky: Thank you so much for leaving the lights on all night.
snarky: Lovely, a second alarm, in case the first one was too easy to ignore.
snarky: How sweet, you thought the tutorial was optional.
snarky: Good for you, you found the door after twenty minutes.
snarky: Nice of the boss to let you live for six whole seconds.
love: Do you know how much you mean to me?
love|sad: Can I just hold you for a while? You must feel so alone.
sad: Why did he have to go so soon? I miss him so much.
sad: How could I explain it to her? My heart is broken.
angry: How many times do I have to tell them to leave you alone?
angry: Who does he think he is, shouting at you like that?
angry: Can they explain why they lied to you? I am furious.
excited: Can you believe it? We won the whole thing!
excited: Do you know what this means? We're going to the finals!
excited|surprised: How many viewers did you say? A new record, let's go!
angry: @touched:Tail Hands off my tail, I said stop.
laughing|happy: @touched:Body Hahaha, stop, that tickles!
sad: @touched:Head I'm so sorry about your grandmother.
snarky|surprised: @donation Oh, look who remembered where the wallet is.
surprised: @donation Wait, what?! Two hundred?
sleepy: @grabbed Mmm, put me back to bed, I was asleep.
angry: @dropped Ow! How dare you drop me!
excited: @touched:Head Yes! Yes! We did it, we beat him!
angry: That is so unfair, they took your win and gave it to a cheater.
angry: How could they just ban you without a word?
angry: Nobody should have to put up with comments like that.
angry: They can't treat people this way.
angry: Who does that to a friend? Honestly.
angry: He had promised, and then he sold your seat. The cheek of it.
angry: It isn't fair that you do all the work and he gets the credit.
angry: No one warned you, and now they want you to pay for it?
angry: They deleted your channel for that? What a joke of a company.
angry: My landlord kept the whole deposit, it's unfair! >
idle|thinking|happy: The shop closes at half past six.
idle|thinking|happy: Water boils at a hundred degrees at sea level.
idle|thinking|happy: Open the menu, choose audio and pick your headset.
idle|thinking|happy: The capital of Australia is Canberra.
idle|thinking|happy: A byte has eight bits.
idle|thinking|happy: It takes about twenty minutes by bus.
idle|thinking|happy: Your next meeting is on Tuesday at ten.
idle|thinking|happy: The word comes from Greek and means far sight.
idle|thinking|happy: What is twelve times eleven? > That is one hundred and thirty-two.
idle|thinking|happy: How do I mute myself? > Press the left mouse button on the microphone icon.
idle|thinking|happy: The moon pulls the sea towards it, and that makes the tides.
idle|thinking|happy: Your timer is set for nine minutes.
snarky: Sure, because that always works.
snarky: Oh, that went well.
snarky: Of course. Why would anything be easy today.
snarky: Wonderful. We get to do this all over again.
snarky: Great, now we're both lost.
snarky: Poor you. Such a hard life, having a fox do everything.
snarky: Great work, you broke it.
snarky: Oh, you're late? I hadn't noticed.
snarky: Well, that's a bold way to park.
snarky: Another crash. What a shock.
snarky: You again? I was just starting to enjoy myself.
snarky: Impressive. You lost to the loading screen.
snarky: Yes, because reading is so overrated.
snarky: Fine, be that way.
snarky: I'm thrilled. Can't you tell?
snarky: Amazing, it only took you an hour.
snarky: Oh no, whatever shall we do.
snarky: Nice aim. The wall is terrified.
snarky: It was only a small explosion.
snarky: Thank you, that was almost helpful.
snarky: I've had worse ideas. Not many.
snarky: Of course you forgot your keys.
snarky: That's cute. You think you're in charge.
snarky: Good luck with that.
snarky: I could help. Or I could watch.
snarky: Oh, I'm sorry, did I interrupt your nap?
snarky: Your best so far. Which isn't saying much.
snarky: Well, at least the loading screen looks nice.
snarky: How original, another zombie game.
snarky: What a treat, an unskippable cutscene.
snarky: Great. Mondays.
snarky: Very clever. Nobody has ever tried that before.
snarky: Oh wonderful, it's raining again.
snarky: You're a natural at falling.
snarky: That could have been worse. Somehow.
snarky: My favourite part was when you gave up.
snarky: Not bad, for someone with their eyes closed.
love: How much do I love you? More than all the snacks in the world.
love: Do you even know how special you are to me?
sad: Can you explain why it still hurts so much?
sad: Are you crying? Oh, come here, I'm so sorry.
sad: How much can one heart take? I miss them so much.
angry: Do they think this is funny? I'm furious.
angry: Explain yourself! You hurt my friend!
angry: How much longer do we have to put up with this nonsense?
excited: Did we just win? We won! We actually won!
excited: Is it starting? It's starting!
excited: How cool is that? We hit the goal!
angry: How could they do that to you?
angry: Nobody talks to my friends that way.
angry: It's so unfair, you worked harder than anyone.
angry: Nobody even said sorry. Unbelievable.
angry: How could anyone be so cruel?
angry: They didn't even let you explain!
angry: Why does nobody do anything about it?
angry: That was your idea, and they stole it.
idle|thinking|happy: There are sixty minutes in an hour.
idle|thinking|happy: Turn left, then walk two hundred metres.
idle|thinking|happy: The file is on your desktop.
idle|thinking|happy: The meeting starts at three.
idle|thinking|happy: Save the file, then restart the program.
idle|thinking|happy: It is 18 degrees and cloudy.
idle|thinking|happy: The stream has been running for an hour.
idle|thinking|happy: Seven times eight is fifty-six.
idle|thinking|happy: It works like a pump, it pushes the air out.
idle|thinking|happy: Your download finished.
idle|thinking|happy: The sky is blue because air scatters blue light.
idle|thinking|happy: Four messages, none of them urgent.
"""

HELD_OUT = """
snarky: Third key you have lost this month. Impressive dedication.
snarky: Well, nobody died. Except you. Eleven times.
snarky: Yes, keep pressing the same button, that will surely help this time.
snarky: The plan was flawless apart from every single step.
snarky: Even the tutorial goblin felt bad for you.
snarky: A minor detail, the bridge is missing.
snarky: You call it a shortcut, the map calls it a cliff.
snarky: Because what this room needed was another cable.
snarky: That could have gone slightly better.
snarky|laughing: You brought a spoon to a dragon. A spoon.
snarky: Of course the one time I recommend a save, you don't.
snarky: Wonderful timing, the pizza arrives exactly when the boss does.
snarky: Poor thing, only three desserts today?
snarky: Great, now the cat has more followers than we do.
snarky: Fantastic, we are lost in a level with one corridor.
snarky: Thanks, I had almost forgotten what it is like to be ignored for an hour.
snarky: Brilliant, you have insulted the only healer in the party.
snarky: How nice, he apologised by sending you a bill.
snarky: Congratulations, you have been defeated by a chicken.
snarky: So kind of you to rescue me after I drowned.
love: What would I ever do without you, my dear?
love|happy: How much do I love having you here? Very much.
sad: Is it all right if I cry a little? I really miss her.
sad: Would it help to explain what happened? That sounds so painful.
angry: Why would anyone say something so cruel to you? That's not okay.
angry: How many more excuses? I am sick of their lies.
angry: What gives them the right to insult you?
excited: Who's ready? It's launch day and I can't sit still!
excited: Did you hear? We hit a thousand subs!
excited|love: Is it really tomorrow? I can't wait to meet everyone!
angry: @touched:Body Don't poke me again, I am warning you.
love|happy: @touched:Body Aw, come here, I love you too.
sad: @donation Thank you, but I am so sorry for your loss.
laughing: @donation Lol, that message cracked me up, hahaha.
thinking: @touched:Head Hmm, let me think about that one.
angry|snarky: @grabbed Put me down this instant, I mean it.
happy|love: @dropped Thank you, that was a lovely ride.
snarky: @raid Oh sure, twenty people, just as I fall into the lava.
angry: It is unfair how they always blame you for his mistakes.
angry: How could anyone steal from a children's charity?
angry: Nobody has the right to read your messages.
angry: They promised you the job and gave it to his nephew!
angry: What kind of person kicks a dog?
angry: They had the whole year to fix it and they did nothing. Outrageous.
angry: So you get punished for telling the truth? That's wrong.
angry: They never even asked you before they used your drawing.
angry: He left you standing in the rain and laughed about it? What a jerk.
angry: My boss cancelled my holiday and nobody even asked me! >
idle|thinking|happy: The train leaves from platform four.
idle|thinking|happy: There are three files in that folder.
idle|thinking|happy: Click on the gear, then on devices.
idle|thinking|happy: Mount Everest is about nine kilometres high.
idle|thinking|happy: Bees make honey from nectar.
idle|thinking|happy: Sunset is at a quarter to nine today.
idle|thinking|happy: You have two reminders this afternoon.
idle|thinking|happy: Rust checks who owns a value, so memory is freed without a collector.
idle|thinking|happy: What is the time? > It is ten past four.
idle|thinking|happy: How do I save it? > Hold control and press S.
idle|thinking|happy: The river flows north into the Baltic Sea.
idle|thinking|happy: It costs eleven euros with shipping.
"""
