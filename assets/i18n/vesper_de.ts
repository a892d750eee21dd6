<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>care</name>
    <message>
        <source>Back up and bring back</source>
        <translation>Sichern und zurückholen</translation>
    </message>
    <message>
        <source>With recorded streams</source>
        <translation>Mit aufgezeichneten Streams</translation>
    </message>
    <message>
        <source>&amp;Save a backup…</source>
        <translation>Sicherung &amp;speichern …</translation>
    </message>
    <message>
        <source>Her settings, your personalities and what she remembers, in one file. Passwords, keys and tokens are never in it.</source>
        <translation>Ihre Einstellungen, deine Persönlichkeiten und was sie sich merkt, in einer Datei. Passwörter, Schlüssel und Token sind nie darin.</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>&amp;Choose a backup…</source>
        <translation>Sicherung &amp;wählen …</translation>
    </message>
    <message>
        <source>What the backup would change</source>
        <translation>Was die Sicherung ändern würde</translation>
    </message>
    <message>
        <source>&amp;Bring it back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Start &amp;again now</source>
        <translation>Jetzt &amp;neu starten</translation>
    </message>
    <message>
        <source>What is there now is kept aside, in her state folder.</source>
        <translation>Was jetzt da ist, wird in ihrem Zustandsordner aufgehoben.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Saved as {file}, {size}.</source>
        <translation>Gespeichert als {file}, {size}.</translation>
    </message>
    <message>
        <source>Left out of the settings: {names}.</source>
        <translation>Nicht in den Einstellungen: {names}.</translation>
    </message>
    <message>
        <source>Made {at} by Vesper {version}. It would change:</source>
        <translation>Gemacht {at} mit Vesper {version}. Sie würde ändern:</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>replaces yours</source>
        <translation>ersetzt deines</translation>
    </message>
    <message>
        <source>the same as yours</source>
        <translation>gleich wie deines</translation>
    </message>
    <message>
        <source>It is put in place when she starts next.</source>
        <translation>Beim nächsten Start kommt es an seinen Platz.</translation>
    </message>
    <message>
        <source>A report for whoever helps you</source>
        <translation>Ein Bericht für den, der dir hilft</translation>
    </message>
    <message>
        <source>One file with what helps to find a mistake. Look through it; nothing is sent, you decide who gets it. Passwords and keys are taken out.</source>
        <translation>Eine Datei mit dem, was hilft, einen Fehler zu finden. Sieh sie durch; es wird nichts gesendet, du entscheidest, wer sie bekommt. Passwörter und Schlüssel sind entfernt.</translation>
    </message>
    <message>
        <source>Looking at every part; this takes a moment…</source>
        <translation>Sieht nach jedem Teil; das dauert einen Moment …</translation>
    </message>
    <message>
        <source>What is in the report</source>
        <translation>Was im Bericht steht</translation>
    </message>
    <message>
        <source>Content of the chosen file</source>
        <translation>Inhalt der gewählten Datei</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Take the tick away from what you would rather keep.</source>
        <translation>Nimm den Haken weg bei dem, was du lieber behältst.</translation>
    </message>
    <message>
        <source>Saved as {file}. It was sent to nobody.</source>
        <translation>Gespeichert als {file}. Es wurde an niemanden gesendet.</translation>
    </message>
    <message>
        <source>This file is a database; it cannot be shown here.</source>
        <translation>Diese Datei ist eine Datenbank; sie lässt sich hier nicht zeigen.</translation>
    </message>
    <message>
        <source>Nothing was sent to anyone. What is known is on this computer only.</source>
        <translation>Es wurde nichts an irgendjemanden gesendet. Was bekannt ist, liegt nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Shows what is known, for whoever mends it.</source>
        <translation>Zeigt, was bekannt ist, für den, der es behebt.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Make a &amp;report…</source>
        <translation>Einen &amp;Bericht machen …</translation>
    </message>
    <message>
        <source>She goes on as well as she can. If something no longer works, start her again.</source>
        <translation>Sie macht weiter, so gut sie kann. Wenn etwas nicht mehr geht, starte sie neu.</translation>
    </message>
    <message>
        <source>It happened {n} times.</source>
        <translation>Es geschah {n}-mal.</translation>
    </message>
    <message>
        <source>Something went wrong inside</source>
        <translation>Innen ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>It happened more than once, so she was started safely this time: as a still picture, without the stream.</source>
        <translation>Es geschah mehr als einmal, darum wurde sie diesmal vorsichtig gestartet: als stehendes Bild, ohne den Stream.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Started {at}</source>
        <translation>Gestartet {at}</translation>
    </message>
    <message>
        <source>Last sign of life {at}</source>
        <translation>Letztes Lebenszeichen {at}</translation>
    </message>
    <message>
        <source>Nothing more is known; the log may tell.</source>
        <translation>Mehr ist nicht bekannt; vielleicht weiß es das Protokoll.</translation>
    </message>
    <message>
        <source>She did not end as she should last time</source>
        <translation>Sie endete letztes Mal nicht, wie sie sollte</translation>
    </message>
    <message>
        <source>Start again normally</source>
        <translation>Wieder normal starten</translation>
    </message>
    <message>
        <source>Start safely</source>
        <translation>Vorsichtig starten</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>{file} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{file} is no backup of Vesper.</source>
        <translation>{file} ist keine Sicherung von Vesper.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Vesper. Update this one first.</source>
        <translation>{file} kommt von einer neueren Vesper. Aktualisiere zuerst diese.</translation>
    </message>
    <message>
        <source>{file} is damaged. Nothing was changed.</source>
        <translation>{file} ist beschädigt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{file} is too large.</source>
        <translation>{file} ist zu groß.</translation>
    </message>
    <message>
        <source>There is nothing to keep yet.</source>
        <translation>Es gibt noch nichts zu sichern.</translation>
    </message>
    <message>
        <source>Versions, system and desktop</source>
        <translation>Versionen, System und Desktop</translation>
    </message>
    <message>
        <source>What works and what does not</source>
        <translation>Was funktioniert und was nicht</translation>
    </message>
    <message>
        <source>Which models are there</source>
        <translation>Welche Modelle da sind</translation>
    </message>
    <message>
        <source>Your settings, without secrets, names and word lists</source>
        <translation>Deine Einstellungen, ohne Geheimnisse, Namen und Wortlisten</translation>
    </message>
    <message>
        <source>What the two of you said, and what she remembers</source>
        <translation>Was ihr beide gesagt habt, und was sie sich merkt</translation>
    </message>
    <message>
        <source>Where it crashed</source>
        <translation>Wo es abstürzte</translation>
    </message>
    <message>
        <source>The end of a log</source>
        <translation>Das Ende eines Protokolls</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What she remembers</source>
        <translation>Was sie sich merkt</translation>
    </message>
    <message>
        <source>Who paid and was thanked</source>
        <translation>Wer gezahlt hat und wem gedankt wurde</translation>
    </message>
    <message>
        <source>Personality {name}</source>
        <translation>Persönlichkeit {name}</translation>
    </message>
    <message>
        <source>Recording {name}</source>
        <translation>Aufzeichnung {name}</translation>
    </message>
    <message>
        <source>She crashed, {at}.</source>
        <translation>Sie stürzte ab, {at}.</translation>
    </message>
    <message>
        <source>A mistake in the program ended her, {at}.</source>
        <translation>Ein Fehler im Programm beendete sie, {at}.</translation>
    </message>
    <message>
        <source>She was ended from outside, {at}: by you, by another program, or because memory ran out.</source>
        <translation>Sie wurde von außen beendet, {at}: von dir, von einem anderen Programm, oder weil der Speicher ausging.</translation>
    </message>
    <message>
        <source>The computer stopped while she was running, {at}.</source>
        <translation>Der Rechner hielt an, während sie lief, {at}.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Save a backup</source>
        <translation>Sicherung speichern</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung wählen</translation>
    </message>
    <message>
        <source>Starting at login cannot be changed: {reason}</source>
        <translation>Der Start bei der Anmeldung lässt sich nicht ändern: {reason}</translation>
    </message>
</context>
<context>
    <name>chat</name>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Write to {name}…</source>
        <translation>Schreib {name} …</translation>
    </message>
    <message>
        <source>Message to {name}</source>
        <translation>Nachricht an {name}</translation>
    </message>
    <message>
        <source>Stop her</source>
        <translation>Unterbrich sie</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>basic mode</source>
        <translation>Basismodus</translation>
    </message>
    <message>
        <source>She thinks with the small model that came with her. Make her cleverer…</source>
        <translation>Sie denkt mit dem kleinen Modell, das bei ihr war. Mach sie klüger …</translation>
    </message>
    <message>
        <source>Basic mode: make her cleverer</source>
        <translation>Basismodus: mach sie klüger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Clear the conversation…</source>
        <translation>Gespräch löschen …</translation>
    </message>
    <message>
        <source>What was held back…</source>
        <translation>Was zurückgehalten wurde …</translation>
    </message>
    <message>
        <source>Unmute the microphone</source>
        <translation>Mikrofon einschalten</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>Mikrofon stummschalten</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>↓  Newest</source>
        <translation>↓  Neueste</translation>
    </message>
    <message>
        <source>Go to the newest line</source>
        <translation>Zur neuesten Zeile</translation>
    </message>
    <message>
        <source>She says: </source>
        <translation>Sie sagt: </translation>
    </message>
    <message>
        <source>You said: </source>
        <translation>Du sagtest: </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Waking up…</source>
        <translation>Wacht auf …</translation>
    </message>
    <message>
        <source>Hearing you…</source>
        <translation>Hört dich …</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Denkt nach …</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Spricht</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Microphone off · write to her</source>
        <translation>Mikrofon aus · schreib ihr</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Hört zu</translation>
    </message>
    <message>
        <source>{name} · Chat</source>
        <translation>{name} · Chat</translation>
    </message>
    <message>
        <source>Write to her</source>
        <translation>Schreib ihr</translation>
    </message>
    <message>
        <source>Say something, or write to her</source>
        <translation>Sag etwas, oder schreib ihr</translation>
    </message>
    <message>
        <source>She has opinions.</source>
        <translation>Sie hat Meinungen.</translation>
    </message>
    <message>
        <source>She forgets everything said in this conversation. This cannot be undone.</source>
        <translation>Sie vergisst alles, was in diesem Gespräch gesagt wurde. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Clear the conversation?</source>
        <translation>Gespräch löschen?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>What was held back</source>
        <translation>Was zurückgehalten wurde</translation>
    </message>
    <message>
        <source>Kept from her, or from being said and shown. The list shows first letters only.</source>
        <translation>Ihr vorenthalten, oder nicht gesagt und gezeigt. Die Liste zeigt nur Anfangsbuchstaben.</translation>
    </message>
    <message>
        <source>What was held back, newest first</source>
        <translation>Was zurückgehalten wurde, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing was held back.</source>
        <translation>Es wurde nichts zurückgehalten.</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Allow this word</source>
        <translation>Dieses Wort erlauben</translation>
    </message>
    <message>
        <source>Allow this word: {word}</source>
        <translation>Dieses Wort erlauben: {word}</translation>
    </message>
    <message>
        <source>Said to her</source>
        <translation>Zu ihr gesagt</translation>
    </message>
    <message>
        <source>Said by her</source>
        <translation>Von ihr gesagt</translation>
    </message>
</context>
<context>
    <name>engines</name>
    <message>
        <source>Sound card</source>
        <translation>Soundkarte</translation>
    </message>
    <message>
        <source>Whisper on this machine</source>
        <translation>Whisper auf diesem Rechner</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>OpenAI-compatible server</source>
        <translation>OpenAI-kompatibler Server</translation>
    </message>
    <message>
        <source>Embedded model (basic mode)</source>
        <translation>Eingebautes Modell (Basismodus)</translation>
    </message>
    <message>
        <source>Kokoro</source>
        <translation>Kokoro</translation>
    </message>
    <message>
        <source>Worxed Stream Manager</source>
        <translation>Worxed Stream Manager</translation>
    </message>
    <message>
        <source>OBS Studio</source>
        <translation>OBS Studio</translation>
    </message>
</context>
<context>
    <name>faces</name>
    <message>
        <source>idle</source>
        <translation>gelassen</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>fröhlich</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>begeistert</translation>
    </message>
    <message>
        <source>snarky</source>
        <translation>frech</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>nachdenklich</translation>
    </message>
    <message>
        <source>surprised</source>
        <translation>überrascht</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>traurig</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>wütend</translation>
    </message>
    <message>
        <source>sleepy</source>
        <translation>müde</translation>
    </message>
    <message>
        <source>love</source>
        <translation>verliebt</translation>
    </message>
    <message>
        <source>laughing</source>
        <translation>lachend</translation>
    </message>
    <message>
        <source>cat face</source>
        <translation>Katzengesicht</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Of this file&apos;s layout; leave it alone.</source>
        <translation>Der Aufbau dieser Datei; lass sie in Ruhe.</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>Charakter</translation>
    </message>
    <message>
        <source>Her name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>What she calls herself.</source>
        <translation>Wie sie sich nennt.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>What she calls you; empty: no name.</source>
        <translation>Wie sie dich nennt; leer: ohne Namen.</translation>
    </message>
    <message>
        <source>Her pronouns</source>
        <translation>Ihre Pronomen</translation>
    </message>
    <message>
        <source>How she is spoken of, such as they/them.</source>
        <translation>Wie von ihr gesprochen wird, etwa they/them.</translation>
    </message>
    <message>
        <source>Personality</source>
        <translation>Persönlichkeit</translation>
    </message>
    <message>
        <source>The temper of what she says.</source>
        <translation>Das Wesen dessen, was sie sagt.</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>How she stands to you.</source>
        <translation>Wie sie zu dir steht.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>A colour on top of it; empty: none.</source>
        <translation>Eine Farbe obendrauf; leer: keine.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>How lively she is.</source>
        <translation>Wie lebhaft sie ist.</translation>
    </message>
    <message>
        <source>Family mode</source>
        <translation>Familienmodus</translation>
    </message>
    <message>
        <source>Nothing she says or hears is unfit for children.</source>
        <translation>Nichts, was sie sagt oder hört, ist ungeeignet für Kinder.</translation>
    </message>
    <message>
        <source>Catchphrases</source>
        <translation>Lieblingssätze</translation>
    </message>
    <message>
        <source>Phrases she uses now and then.</source>
        <translation>Sätze, die sie ab und zu gebraucht.</translation>
    </message>
    <message>
        <source>Forbidden topics</source>
        <translation>Verbotene Themen</translation>
    </message>
    <message>
        <source>Words and topics she will not talk about.</source>
        <translation>Worte und Themen, über die sie nicht spricht.</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Hören</translation>
    </message>
    <message>
        <source>Speech recogniser</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>The engine that turns your voice into text.</source>
        <translation>Was deine Stimme in Text verwandelt.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>A device name from `devices`; empty: the system&apos;s default.</source>
        <translation>Ein Gerätename aus `devices`; leer: das des Systems.</translation>
    </message>
    <message>
        <source>Start muted</source>
        <translation>Stumm beginnen</translation>
    </message>
    <message>
        <source>Leave the microphone closed at start.</source>
        <translation>Das Mikrofon bleibt beim Start geschlossen.</translation>
    </message>
    <message>
        <source>When she listens</source>
        <translation>Wann sie zuhört</translation>
    </message>
    <message>
        <source>`open`: whenever you speak; `push`: while the push-to-talk key is held.</source>
        <translation>`open`: immer wenn du sprichst; `push`: solange die Sprechtaste gehalten wird.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>`auto` or a language code such as `en`.</source>
        <translation>`auto` oder ein Sprachkürzel wie `en`.</translation>
    </message>
    <message>
        <source>Interrupt her</source>
        <translation>Unterbrechen</translation>
    </message>
    <message>
        <source>She stops when you speak.</source>
        <translation>Sie verstummt, wenn du sprichst.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Silence that always ends your turn, in milliseconds.</source>
        <translation>Stille, die deinen Satz immer beendet, in Millisekunden.</translation>
    </message>
    <message>
        <source>Short pause</source>
        <translation>Kurze Pause</translation>
    </message>
    <message>
        <source>Silence that ends your turn when you sound finished, in milliseconds.</source>
        <translation>Stille, die deinen Satz beendet, wenn er fertig klingt, in Millisekunden.</translation>
    </message>
    <message>
        <source>Echo cancelling</source>
        <translation>Echounterdrückung</translation>
    </message>
    <message>
        <source>Keeps her from hearing herself on loudspeakers.</source>
        <translation>Damit sie sich über Lautsprecher nicht selbst hört.</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Verstand</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>`auto`: Ollama when it answers, else the fallback.</source>
        <translation>`auto`: Ollama, wenn es antwortet, sonst der Ersatz.</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>The engine that thinks when the chosen one cannot; empty: none.</source>
        <translation>Womit sie denkt, wenn das Gewählte nicht kann; leer: nichts.</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Voice engine</source>
        <translation>Sprachausgabe</translation>
    </message>
    <message>
        <source>The engine that speaks.</source>
        <translation>Womit sie spricht.</translation>
    </message>
    <message>
        <source>Speak aloud</source>
        <translation>Laut sprechen</translation>
    </message>
    <message>
        <source>Off: she answers in text only.</source>
        <translation>Aus: Sie antwortet nur schriftlich.</translation>
    </message>
    <message>
        <source>A voice, or a blend: 70% af_heart + 30% af_sky; empty: the personality&apos;s own.</source>
        <translation>Eine Stimme oder eine Mischung: 70% af_heart + 30% af_sky; leer: die der Persönlichkeit.</translation>
    </message>
    <message>
        <source>Unasked words</source>
        <translation>Ungefragte Worte</translation>
    </message>
    <message>
        <source>She says a word when she is touched or set down.</source>
        <translation>Sie sagt ein Wort, wenn sie berührt oder abgesetzt wird.</translation>
    </message>
    <message>
        <source>Mood in her voice</source>
        <translation>Stimmung in ihrer Stimme</translation>
    </message>
    <message>
        <source>Her mood changes pace, pitch and softness.</source>
        <translation>Ihre Stimmung ändert Tempo, Höhe und Sanftheit.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>1.0 is her natural pace.</source>
        <translation>1,0 ist ihr natürliches Tempo.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>0 is silent, 1 is full.</source>
        <translation>0 ist still, 1 ist voll.</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Sich erinnern</translation>
    </message>
    <message>
        <source>Keep the conversation on this machine, to take it up again within two hours.</source>
        <translation>Behält das Gespräch auf diesem Rechner, um es binnen zwei Stunden wieder aufzunehmen.</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Blocked words</source>
        <translation>Gesperrte Worte</translation>
    </message>
    <message>
        <source>Words and phrases that are never said.</source>
        <translation>Worte und Wendungen, die nie gesagt werden.</translation>
    </message>
    <message>
        <source>Allowed words</source>
        <translation>Erlaubte Worte</translation>
    </message>
    <message>
        <source>Words the built-in lists must let pass.</source>
        <translation>Worte, die die eingebauten Listen durchlassen sollen.</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Let engines sleep</source>
        <translation>Teile schlafen lassen</translation>
    </message>
    <message>
        <source>Minutes without a word until hearing, mind and voice give their memory back; 0: never.</source>
        <translation>Minuten ohne ein Wort, bis Gehör, Verstand und Stimme ihren Speicher hergeben; 0: nie.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Linker Rand</translation>
    </message>
    <message>
        <source>Empty: the bottom right corner.</source>
        <translation>Leer: die rechte untere Ecke.</translation>
    </message>
    <message>
        <source>Top edge</source>
        <translation>Oberer Rand</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>The monitor she was last on.</source>
        <translation>Der Bildschirm, auf dem sie zuletzt war.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Where she stood on each monitor, by its name.</source>
        <translation>Wo sie auf jedem Bildschirm stand, nach dessen Namen.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>1.0 is her natural size.</source>
        <translation>1,0 ist ihre natürliche Größe.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Zu sehen</translation>
    </message>
    <message>
        <source>Whether she is on the desktop at start.</source>
        <translation>Ob sie beim Start auf dem Schreibtisch ist.</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>Immer im Vordergrund</translation>
    </message>
    <message>
        <source>Keep her above other windows.</source>
        <translation>Hält sie über anderen Fenstern.</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>1.0 is solid, 0.2 nearly gone.</source>
        <translation>1,0 ist fest, 0,2 fast verschwunden.</translation>
    </message>
    <message>
        <source>Mirror her</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Left and right exchanged.</source>
        <translation>Links und rechts vertauscht.</translation>
    </message>
    <message>
        <source>Lock her place</source>
        <translation>Ihren Platz festhalten</translation>
    </message>
    <message>
        <source>She can&apos;t be dragged or resized by mistake.</source>
        <translation>Sie lässt sich nicht aus Versehen verschieben oder vergrößern.</translation>
    </message>
    <message>
        <source>Snap to edges</source>
        <translation>An Rändern einrasten</translation>
    </message>
    <message>
        <source>Set down near a screen&apos;s edge, she goes to it.</source>
        <translation>Nahe am Bildschirmrand abgesetzt, geht sie ganz hin.</translation>
    </message>
    <message>
        <source>Let all clicks through</source>
        <translation>Alle Klicks durchlassen</translation>
    </message>
    <message>
        <source>Clicks go to what is below her, even on her; the tray icon and a hotkey take it back.</source>
        <translation>Klicks gehen zu dem, was unter ihr ist, auch auf ihr; das Symbol in der Leiste und eine Taste nehmen es zurück.</translation>
    </message>
    <message>
        <source>On every workspace</source>
        <translation>Auf jeder Arbeitsfläche</translation>
    </message>
    <message>
        <source>She stays when you switch workspaces.</source>
        <translation>Sie bleibt, wenn du die Arbeitsfläche wechselst.</translation>
    </message>
    <message>
        <source>Make way for full screen</source>
        <translation>Vollbild Platz machen</translation>
    </message>
    <message>
        <source>She leaves while a program fills the screen she is on, and comes back after it.</source>
        <translation>Sie geht, solange ein Programm ihren Bildschirm füllt, und kommt danach zurück.</translation>
    </message>
    <message>
        <source>Speech bubble</source>
        <translation>Sprechblase</translation>
    </message>
    <message>
        <source>Shows beside her what she says, as she says it.</source>
        <translation>Zeigt neben ihr, was sie sagt, während sie es sagt.</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Streaming look</source>
        <translation>Streaming-Aussehen</translation>
    </message>
    <message>
        <source>A fixed size, no speech bubble, no mirror, full opacity: what a scene is set up for stays so.</source>
        <translation>Feste Größe, keine Sprechblase, nicht gespiegelt, volle Deckkraft: Wofür eine Szene eingerichtet ist, das bleibt so.</translation>
    </message>
    <message>
        <source>Size in the streaming look</source>
        <translation>Größe im Streaming-Aussehen</translation>
    </message>
    <message>
        <source>1.0 is 400 × 500.</source>
        <translation>1,0 ist 400 × 500.</translation>
    </message>
    <message>
        <source>Key colour</source>
        <translation>Schlüsselfarbe</translation>
    </message>
    <message>
        <source>Fills what is empty around her, such as #00ff00, for programs that capture no transparency.</source>
        <translation>Füllt, was um sie leer ist, etwa #00ff00, für Programme, die keine Durchsichtigkeit aufnehmen.</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>She says nothing unasked until you take it back.</source>
        <translation>Sie sagt nichts Ungefragtes, bis du es zurücknimmst.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Do not disturb, every day at the same hours.</source>
        <translation>Nicht stören, jeden Tag zur selben Zeit.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Hours and minutes, such as 22:00.</source>
        <translation>Stunden und Minuten, etwa 22:00.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Earlier than the beginning: the next day.</source>
        <translation>Früher als der Anfang: am nächsten Tag.</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Push to talk</source>
        <translation>Sprechtaste</translation>
    </message>
    <message>
        <source>Hold it while you speak, with the microphone on push-to-talk.</source>
        <translation>Halte sie, während du sprichst, wenn das Mikrofon auf Sprechtaste steht.</translation>
    </message>
    <message>
        <source>Microphone off and on</source>
        <translation>Mikrofon aus und an</translation>
    </message>
    <message>
        <source>The hard mute.</source>
        <translation>Die harte Stummschaltung.</translation>
    </message>
    <message>
        <source>Stop talking</source>
        <translation>Aufhören zu sprechen</translation>
    </message>
    <message>
        <source>She falls silent at once.</source>
        <translation>Sie verstummt sofort.</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <translation>Chat öffnen</translation>
    </message>
    <message>
        <source>And put the cursor into it.</source>
        <translation>Und den Zeiger hineinsetzen.</translation>
    </message>
    <message>
        <source>Show or hide her</source>
        <translation>Zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Takes her off the desktop, and back.</source>
        <translation>Nimmt sie vom Schreibtisch, und wieder zurück.</translation>
    </message>
    <message>
        <source>Clicks through her</source>
        <translation>Klicks durch sie hindurch</translation>
    </message>
    <message>
        <source>The way back when all clicks go through her; held only while they do.</source>
        <translation>Der Weg zurück, wenn alle Klicks durch sie hindurchgehen; nur so lange gehalten.</translation>
    </message>
    <message>
        <source>On and off.</source>
        <translation>An und aus.</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Schreibtisch</translation>
    </message>
    <message>
        <source>Language of the windows</source>
        <translation>Sprache der Fenster</translation>
    </message>
    <message>
        <source>She herself speaks English.</source>
        <translation>Sie selbst spricht Englisch.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Dark, light, or as the system has it.</source>
        <translation>Dunkel, hell, oder wie das System es hat.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>No idle motions, no moving stars, no sliding.</source>
        <translation>Keine kleinen Regungen, keine ziehenden Sterne, kein Gleiten.</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>Mit dem Rechner starten</translation>
    </message>
    <message>
        <source>She is there when you log in.</source>
        <translation>Sie ist da, wenn du dich anmeldest.</translation>
    </message>
    <message>
        <source>Guide was shown</source>
        <translation>Einführung gezeigt</translation>
    </message>
    <message>
        <source>The first-run guide does not open by itself again.</source>
        <translation>Die Einführung öffnet sich nicht noch einmal von selbst.</translation>
    </message>
    <message>
        <source>Chat window</source>
        <translation>Chatfenster</translation>
    </message>
    <message>
        <source>Empty: the window manager&apos;s choice.</source>
        <translation>Leer: wie die Fensterverwaltung will.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>In logical pixels.</source>
        <translation>In logischen Pixeln.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Whether the chat is open at start.</source>
        <translation>Ob der Chat beim Start offen ist.</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation>Dem Stream folgen</translation>
    </message>
    <message>
        <source>Connect to the stream backend and stay connected.</source>
        <translation>Verbindet sich mit dem Stream-Backend und bleibt verbunden.</translation>
    </message>
    <message>
        <source>Stream backend</source>
        <translation>Stream-Backend</translation>
    </message>
    <message>
        <source>Address of the stream backend; empty: none.</source>
        <translation>Adresse des Stream-Backends; leer: keines.</translation>
    </message>
    <message>
        <source>React to events</source>
        <translation>Auf Ereignisse reagieren</translation>
    </message>
    <message>
        <source>She thanks, welcomes and answers what happens.</source>
        <translation>Sie dankt, begrüßt und antwortet auf das, was geschieht.</translation>
    </message>
    <message>
        <source>Answer chat</source>
        <translation>Dem Chat antworten</translation>
    </message>
    <message>
        <source>She answers viewers who call her by name.</source>
        <translation>Sie antwortet Zuschauern, die sie beim Namen rufen.</translation>
    </message>
    <message>
        <source>Reaction pause</source>
        <translation>Reaktionspause</translation>
    </message>
    <message>
        <source>Seconds between reactions to events.</source>
        <translation>Sekunden zwischen Reaktionen auf Ereignisse.</translation>
    </message>
    <message>
        <source>Chat pause</source>
        <translation>Chatpause</translation>
    </message>
    <message>
        <source>Seconds between replies to chat.</source>
        <translation>Sekunden zwischen Antworten im Chat.</translation>
    </message>
    <message>
        <source>Busy chat</source>
        <translation>Voller Chat</translation>
    </message>
    <message>
        <source>Messages a minute up to which she answers all who call her; fewer of them beyond.</source>
        <translation>Nachrichten je Minute, bis zu denen sie allen antwortet, die sie rufen; darüber weniger.</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Seconds after which an event is not answered any more; subs, raids and donations always are.</source>
        <translation>Sekunden, nach denen ein Ereignis nicht mehr beantwortet wird; Abos, Raids und Spenden immer.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>What donations are counted in that come without a unit.</source>
        <translation>Worin Spenden zählen, die ohne Einheit kommen.</translation>
    </message>
    <message>
        <source>Own reactions</source>
        <translation>Eigene Reaktionen</translation>
    </message>
    <message>
        <source>What she does at events of your own making; the first fits.</source>
        <translation>Was sie bei Ereignissen tut, die du erfunden hast; die erste, die passt.</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>The event&apos;s name; * and ? stand for anything.</source>
        <translation>Der Name des Ereignisses; * und ? stehen für alles.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off: as if it were not there.</source>
        <translation>Aus: als wäre sie nicht da.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>The face she makes; empty: as she feels.</source>
        <translation>Das Gesicht, das sie macht; leer: wie ihr zumute ist.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>A motion she plays; empty: none.</source>
        <translation>Eine Bewegung, die sie macht; leer: keine.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What she says; {who}, {message}, {amount} and the event&apos;s own fields.</source>
        <translation>Was sie sagt; {who}, {message}, {amount} und die eigenen Felder des Ereignisses.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>What her mind is asked to make of it, in place of a line.</source>
        <translation>Was ihr Verstand daraus machen soll, statt einer festen Zeile.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>A WAV file played with it; empty: none.</source>
        <translation>Eine WAV-Datei, die dazu gespielt wird; leer: keine.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>What it is worth when several wait.</source>
        <translation>Was es wert ist, wenn mehrere warten.</translation>
    </message>
    <message>
        <source>Record the stream</source>
        <translation>Den Stream aufzeichnen</translation>
    </message>
    <message>
        <source>Write the stream&apos;s events to a file, to replay them.</source>
        <translation>Schreibt die Ereignisse des Streams in eine Datei, um sie noch einmal abzuspielen.</translation>
    </message>
    <message>
        <source>Replace names</source>
        <translation>Namen ersetzen</translation>
    </message>
    <message>
        <source>Write invented names into recordings.</source>
        <translation>Schreibt erfundene Namen in Aufzeichnungen.</translation>
    </message>
    <message>
        <source>Panic key</source>
        <translation>Paniktaste</translation>
    </message>
    <message>
        <source>Keys that set off panic and end it while stream or OBS is on, whatever program has the keyboard.</source>
        <translation>Tasten, die Panik auslösen und beenden, solange Stream oder OBS an ist, welches Programm auch die Tastatur hat.</translation>
    </message>
    <message>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <source>Connect to OBS</source>
        <translation>Mit OBS verbinden</translation>
    </message>
    <message>
        <source>And stay connected.</source>
        <translation>Und verbunden bleiben.</translation>
    </message>
    <message>
        <source>Panic scene</source>
        <translation>Panikszene</translation>
    </message>
    <message>
        <source>The scene shown in panic; empty: the scene stays.</source>
        <translation>Die Szene bei Panik; leer: die Szene bleibt.</translation>
    </message>
    <message>
        <source>Muted in panic</source>
        <translation>Stumm bei Panik</translation>
    </message>
    <message>
        <source>Audio inputs of OBS that are muted in panic.</source>
        <translation>Audioquellen von OBS, die bei Panik stumm sind.</translation>
    </message>
    <message>
        <source>Caption source</source>
        <translation>Untertitelquelle</translation>
    </message>
    <message>
        <source>A text source that shows what she says; empty: none.</source>
        <translation>Eine Textquelle, die zeigt, was sie sagt; leer: keine.</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Answer on this machine&apos;s own address.</source>
        <translation>Antwortet auf der eigenen Adresse dieses Rechners.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the API on 127.0.0.1.</source>
        <translation>Port der API auf 127.0.0.1.</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Buffer (ms)</source>
        <translation>Puffer (ms)</translation>
    </message>
    <message>
        <source>Raise it if her voice crackles</source>
        <translation>Erhöhe ihn, wenn ihre Stimme knistert</translation>
    </message>
    <message>
        <source>Suppress background noise</source>
        <translation>Hintergrundgeräusche dämpfen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>A model of the catalogue, or a folder.</source>
        <translation>Ein Modell aus dem Katalog, oder ein Ordner.</translation>
    </message>
    <message>
        <source>A language code such as en, or auto.</source>
        <translation>Ein Sprachkürzel wie en, oder auto.</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Prozessorfäden</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Beam width</source>
        <translation>Strahlbreite</translation>
    </message>
    <message>
        <source>More hears a little better, slower.</source>
        <translation>Mehr hört etwas besser, langsamer.</translation>
    </message>
    <message>
        <source>Silence added after speech (s)</source>
        <translation>Stille nach der Sprache (s)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Where Ollama is.</source>
        <translation>Wo Ollama ist.</translation>
    </message>
    <message>
        <source>A name from `ollama list`.</source>
        <translation>Ein Name aus `ollama list`.</translation>
    </message>
    <message>
        <source>Keep loaded</source>
        <translation>Geladen halten</translation>
    </message>
    <message>
        <source>How long the model stays in memory after a reply; -1: for ever.</source>
        <translation>Wie lange das Modell nach einer Antwort im Speicher bleibt; -1: für immer.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Tokens it can read; more needs more memory.</source>
        <translation>Wortstücke, die es lesen kann; mehr braucht mehr Speicher.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Longest wait for the next word; loading counts.</source>
        <translation>Längstes Warten auf das nächste Wort; Laden zählt mit.</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>New tries after 1, 2, 4 … seconds.</source>
        <translation>Neue Versuche nach 1, 2, 4 … Sekunden.</translation>
    </message>
    <message>
        <source>Up to and including /v1.</source>
        <translation>Bis einschließlich /v1.</translation>
    </message>
    <message>
        <source>A model the server offers.</source>
        <translation>Ein Modell, das der Server anbietet.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Empty for servers that ask for none.</source>
        <translation>Leer für Server, die keinen verlangen.</translation>
    </message>
    <message>
        <source>Longest wait for a word.</source>
        <translation>Längstes Warten auf ein Wort.</translation>
    </message>
    <message>
        <source>A GGUF file, or the bundled model&apos;s name.</source>
        <translation>Eine GGUF-Datei, oder der Name des mitgelieferten Modells.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fäden</translation>
    </message>
    <message>
        <source>Processor cores it may use.</source>
        <translation>Prozessorkerne, die es nutzen darf.</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Grammatik</translation>
    </message>
    <message>
        <source>GBNF that every reply must follow; empty: none.</source>
        <translation>GBNF, der jede Antwort folgen muss; leer: keine.</translation>
    </message>
    <message>
        <source>A voice, or a blend: 70% af_heart + 30% af_sky.</source>
        <translation>Eine Stimme oder eine Mischung: 70% af_heart + 30% af_sky.</translation>
    </message>
    <message>
        <source>A Kokoro model of the catalogue.</source>
        <translation>Ein Kokoro-Modell aus dem Katalog.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Empty for backends that ask for none.</source>
        <translation>Leer für Backends, die keines verlangen.</translation>
    </message>
    <message>
        <source>Of the WebSocket server of OBS: Tools → WebSocket Server Settings.</source>
        <translation>Des WebSocket-Servers von OBS: Werkzeuge → WebSocket-Servereinstellungen.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>As shown in OBS; empty when it asks for none.</source>
        <translation>Wie in OBS gezeigt; leer, wenn es keines verlangt.</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>Store</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Stored; type to replace it</source>
        <translation>Abgelegt; tippe, um es zu ersetzen</translation>
    </message>
    <message>
        <source>None stored</source>
        <translation>Nichts abgelegt</translation>
    </message>
</context>
<context>
    <name>guide</name>
    <message>
        <source>Start with the computer</source>
        <translation>Mit dem Rechner starten</translation>
    </message>
    <message>
        <source>Speech bubble</source>
        <translation>Sprechblase</translation>
    </message>
    <message>
        <source>When she listens</source>
        <translation>Wann sie zuhört</translation>
    </message>
    <message>
        <source>Push-to-talk key</source>
        <translation>Sprechtaste</translation>
    </message>
    <message>
        <source>Hold it while you speak, in any program. For example Ctrl+Alt+Space.</source>
        <translation>Halte sie, während du sprichst, in jedem Programm. Zum Beispiel Ctrl+Alt+Space.</translation>
    </message>
    <message>
        <source>How should she live on your desktop?</source>
        <translation>Wie soll sie auf deinem Schreibtisch leben?</translation>
    </message>
    <message>
        <source>She is there when you log in.</source>
        <translation>Sie ist da, wenn du dich anmeldest.</translation>
    </message>
    <message>
        <source>Shows beside her what she says, as she says it.</source>
        <translation>Zeigt neben ihr, was sie sagt, während sie es sagt.</translation>
    </message>
    <message>
        <source>Whenever you speak</source>
        <translation>Immer wenn du sprichst</translation>
    </message>
    <message>
        <source>While you hold a key</source>
        <translation>Solange du eine Taste hältst</translation>
    </message>
    <message>
        <source>That is all. Press the button below, and {name} says hello.</source>
        <translation>Das ist alles. Drück den Knopf unten, und {name} sagt Hallo.</translation>
    </message>
    <message>
        <source>Her star is in the tray: click it to see how she is, and to find settings, chat and this guide. A right click on her does the same; a double click opens the chat. Drag her where you like her.</source>
        <translation>Ihr Stern ist in der Leiste: Klick ihn an, um zu sehen, wie es ihr geht, und um Einstellungen, Chat und diese Einführung zu finden. Ein Rechtsklick auf sie tut dasselbe; ein Doppelklick öffnet den Chat. Zieh sie, wohin du magst.</translation>
    </message>
    <message>
        <source>This desktop has no tray. A right click on her opens the menu with settings, chat and this guide; a double click opens the chat. Drag her where you like her.</source>
        <translation>Dieser Desktop hat keine Symbolleiste. Ein Rechtsklick auf sie öffnet das Menü mit Einstellungen, Chat und dieser Einführung; ein Doppelklick öffnet den Chat. Zieh sie, wohin du magst.</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>Das des Systems</translation>
    </message>
    <message>
        <source>They could not be looked for: {why}</source>
        <translation>Sie konnten nicht gesucht werden: {why}</translation>
    </message>
    <message>
        <source>Looking for them…</source>
        <translation>Sucht sie …</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Look for microphones again</source>
        <translation>Noch einmal nach Mikrofonen suchen</translation>
    </message>
    <message>
        <source>Let her listen</source>
        <translation>Lass sie zuhören</translation>
    </message>
    <message>
        <source>Off: the microphone is closed, and you write to her.</source>
        <translation>Aus: Das Mikrofon ist geschlossen, und du schreibst ihr.</translation>
    </message>
    <message>
        <source>Say a sentence</source>
        <translation>Sag einen Satz</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>So that you can talk to her. What you say is turned into text on this machine. No microphone? Go on: everything works in writing as well.</source>
        <translation>Damit du mit ihr sprechen kannst. Was du sagst, wird auf diesem Rechner zu Text. Kein Mikrofon? Geh weiter: Schriftlich geht alles auch.</translation>
    </message>
    <message>
        <source>A trial only: she does not answer, and forgets it.</source>
        <translation>Nur eine Probe: Sie antwortet nicht und vergisst es.</translation>
    </message>
    <message>
        <source>Better ears, if you like</source>
        <translation>Bessere Ohren, wenn du magst</translation>
    </message>
    <message>
        <source>None was found. Plug one in and look again, or go on in writing.</source>
        <translation>Es wurde keines gefunden. Steck eines an und such noch einmal, oder geh schriftlich weiter.</translation>
    </message>
    <message>
        <source>Look for Ollama again</source>
        <translation>Noch einmal nach Ollama suchen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model of Ollama</source>
        <translation>Modell von Ollama</translation>
    </message>
    <message>
        <source>Ask her something</source>
        <translation>Frag sie etwas</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Frag noch einmal</translation>
    </message>
    <message>
        <source>Better minds that need no server</source>
        <translation>Besserer Verstand, der keinen Server braucht</translation>
    </message>
    <message>
        <source>A server of your own, or one on the network, that speaks as OpenAI&apos;s does: set it up under Settings, Mind.</source>
        <translation>Ein eigener Server, oder einer im Netz, der wie der von OpenAI spricht: Richte ihn unter Einstellungen, Verstand ein.</translation>
    </message>
    <message>
        <source>What she says comes from a language model. This is what was found here.</source>
        <translation>Was sie sagt, kommt aus einem Sprachmodell. Das wurde hier gefunden.</translation>
    </message>
    <message>
        <source>Her mind is still waking up…</source>
        <translation>Ihr Verstand wacht noch auf …</translation>
    </message>
    <message>
        <source>{name} answers from lines written for her. They are quick and in character, but she does not really understand you. Better minds are below.</source>
        <translation>{name} antwortet mit Zeilen, die für sie geschrieben wurden. Sie sind schnell und passen zu ihr, aber sie versteht dich nicht wirklich. Besseres steht unten.</translation>
    </message>
    <message>
        <source>Basic mode</source>
        <translation>Basismodus</translation>
    </message>
    <message>
        <source>Get a better mind below, or Ollama.</source>
        <translation>Hol unten einen besseren Verstand, oder Ollama.</translation>
    </message>
    <message>
        <source>Nothing thinks for her at present</source>
        <translation>Im Augenblick denkt nichts für sie</translation>
    </message>
    <message>
        <source>{engine} thinks for her</source>
        <translation>{engine} denkt für sie</translation>
    </message>
    <message>
        <source>Looking for Ollama…</source>
        <translation>Sucht Ollama …</translation>
    </message>
    <message>
        <source>Ollama does not answer at {url}. If you want it: install it from ollama.com, run “ollama pull {model}”, and look again. She changes over by herself.</source>
        <translation>Ollama antwortet nicht bei {url}. Wenn du es möchtest: Installiere es von ollama.com, führe „ollama pull {model}“ aus, und such noch einmal. Sie wechselt von selbst.</translation>
    </message>
    <message>
        <source>Ollama answers at {url} with the model {model}.</source>
        <translation>Ollama antwortet bei {url} mit dem Modell {model}.</translation>
    </message>
    <message>
        <source>Ollama answers at {url}, but has no model {model}. Choose one that it has:</source>
        <translation>Ollama antwortet bei {url}, hat aber kein Modell {model}. Wähle eines, das es hat:</translation>
    </message>
    <message>
        <source>Ollama answers at {url}, but has no models yet: run “ollama pull {model}”.</source>
        <translation>Ollama antwortet bei {url}, hat aber noch keine Modelle: Führe „ollama pull {model}“ aus.</translation>
    </message>
    <message>
        <source>Download of {model}</source>
        <translation>Laden von {model}</translation>
    </message>
    <message>
        <source>{size:.1f} GB</source>
        <translation>{size:.1f} GB</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation>{size:.0f} MB</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>about {minutes:.0f} min left</source>
        <translation>noch etwa {minutes:.0f} min</translation>
    </message>
    <message>
        <source>about {hours:.0f} h left</source>
        <translation>noch etwa {hours:.0f} h</translation>
    </message>
    <message>
        <source>{size} to download · {memory} of memory while she works · licence: {licence}</source>
        <translation>{size} zu laden · {memory} Speicher, während sie arbeitet · Lizenz: {licence}</translation>
    </message>
    <message>
        <source>Wants: {wants}</source>
        <translation>Braucht: {wants}</translation>
    </message>
    <message>
        <source>This machine has {memory} in all: that is little for it.</source>
        <translation>Dieser Rechner hat insgesamt {memory}: Das ist wenig dafür.</translation>
    </message>
    <message>
        <source>From: {origin}.</source>
        <translation>Von: {origin}.</translation>
    </message>
    <message>
        <source>Not tried with this version of Vesper; you can always go back.</source>
        <translation>Nicht mit dieser Version von Vesper erprobt; du kannst jederzeit zurück.</translation>
    </message>
    <message>
        <source>Everything she needs is here</source>
        <translation>Alles, was sie braucht, ist da</translation>
    </message>
    <message>
        <source>First of all: her models</source>
        <translation>Zuallererst: ihre Modelle</translation>
    </message>
    <message>
        <source>Every byte was checked. She hears, thinks and speaks on this machine now.</source>
        <translation>Jedes Byte wurde geprüft. Jetzt hört, denkt und spricht sie auf diesem Rechner.</translation>
    </message>
    <message>
        <source>She hears, thinks and speaks with models that run on this machine. They are fetched once, from {places}, {size} in all, and every byte is checked. Nothing of yours is sent. You can go on with the guide meanwhile.</source>
        <translation>Sie hört, denkt und spricht mit Modellen, die auf diesem Rechner laufen. Sie werden einmal geholt, von {places}, zusammen {size}, und jedes Byte wird geprüft. Nichts von dir wird verschickt. Du kannst inzwischen weitermachen.</translation>
    </message>
    <message>
        <source>their sources</source>
        <translation>ihren Quellen</translation>
    </message>
    <message>
        <source>{title} · {size} · here</source>
        <translation>{title} · {size} · da</translation>
    </message>
    <message>
        <source>{model} · on its way</source>
        <translation>{model} · unterwegs</translation>
    </message>
    <message>
        <source>{model} · could not be fetched</source>
        <translation>{model} · ließ sich nicht holen</translation>
    </message>
    <message>
        <source>{title} · {size} · licence: {licence} · from {place}</source>
        <translation>{title} · {size} · Lizenz: {licence} · von {place}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{done} · pausing…</source>
        <translation>{done} · hält an …</translation>
    </message>
    <message>
        <source>{done} · paused; it goes on where it stopped, also tomorrow</source>
        <translation>{done} · angehalten; es geht weiter, wo es aufhörte, auch morgen</translation>
    </message>
    <message>
        <source>Not everything came. Is there a network? What has arrived is kept: {done}.</source>
        <translation>Nicht alles ist angekommen. Gibt es ein Netz? Was da ist, bleibt: {done}.</translation>
    </message>
    <message>
        <source>Her models are on their way: {progress}</source>
        <translation>Ihre Modelle sind unterwegs: {progress}</translation>
    </message>
    <message>
        <source>Her models are not here yet: the first step fetches them.</source>
        <translation>Ihre Modelle sind noch nicht da: Der erste Schritt holt sie.</translation>
    </message>
    <message>
        <source>&amp;Fetch {size}</source>
        <translation>{size} &amp;holen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Weiter&amp;machen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch &amp;einmal</translation>
    </message>
    <message>
        <source>In use.</source>
        <translation>In Gebrauch.</translation>
    </message>
    <message>
        <source>It is here, and every byte was checked.</source>
        <translation>Es ist da, und jedes Byte wurde geprüft.</translation>
    </message>
    <message>
        <source>{done} · connecting…</source>
        <translation>{done} · verbindet sich …</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} je Sekunde</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Back to the one she came with</source>
        <translation>Zurück zu dem, was bei ihr war</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Loudness of the microphone</source>
        <translation>Lautstärke des Mikrofons</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Verstand</translation>
    </message>
    <message>
        <source>Your desktop</source>
        <translation>Dein Schreibtisch</translation>
    </message>
    <message>
        <source>Step {step} of {steps}: {title}</source>
        <translation>Schritt {step} von {steps}: {title}</translation>
    </message>
    <message>
        <source>Let her speak aloud</source>
        <translation>Lass sie laut sprechen</translation>
    </message>
    <message>
        <source>Off: she answers in text only.</source>
        <translation>Aus: Sie antwortet nur schriftlich.</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Look for loudspeakers again</source>
        <translation>Noch einmal nach Lautsprechern suchen</translation>
    </message>
    <message>
        <source>Say a line</source>
        <translation>Sag etwas</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Sag es noch einmal</translation>
    </message>
    <message>
        <source>A finer voice, if you like</source>
        <translation>Eine feinere Stimme, wenn du magst</translation>
    </message>
    <message>
        <source>So that you can hear her. Choose how she sounds, and let her say something.</source>
        <translation>Damit du sie hören kannst. Wähle, wie sie klingt, und lass sie etwas sagen.</translation>
    </message>
    <message>
        <source>I heard it</source>
        <translation>Ich habe es gehört</translation>
    </message>
    <message>
        <source>I did not</source>
        <translation>Ich nicht</translation>
    </message>
    <message>
        <source>Did you hear her?</source>
        <translation>Hast du sie gehört?</translation>
    </message>
    <message>
        <source>None was found. Plug one in and look again, or read what she says.</source>
        <translation>Es wurde keiner gefunden. Steck einen an und such noch einmal, oder lies, was sie sagt.</translation>
    </message>
    <message>
        <source>Good. That is how she will sound.</source>
        <translation>Gut. So wird sie klingen.</translation>
    </message>
    <message>
        <source>Her sound left for the loudspeaker all the same. Is it switched on and turned up? Does another program play through it? Choose another loudspeaker above, or the system&apos;s own, and let her say it again. Without any she answers in text.</source>
        <translation>Ihr Ton ging trotzdem zum Lautsprecher. Ist er eingeschaltet und laut genug? Spielt ein anderes Programm darüber? Wähle oben einen anderen Lautsprecher, oder den des Systems, und lass sie es noch einmal sagen. Ganz ohne antwortet sie schriftlich.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>Her name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>What may she call you?</source>
        <translation>Wie darf sie dich nennen?</translation>
    </message>
    <message>
        <source>Empty: no name.</source>
        <translation>Leer: ohne Namen.</translation>
    </message>
    <message>
        <source>And what is she called?</source>
        <translation>Und wie heißt sie?</translation>
    </message>
    <message>
        <source>Her own name, or one you like better.</source>
        <translation>Ihr eigener Name, oder einer, der dir besser gefällt.</translation>
    </message>
    <message>
        <source>Hear her</source>
        <translation>Hör sie</translation>
    </message>
    <message>
        <source>Hear her say it</source>
        <translation>Hör, wie sie es sagt</translation>
    </message>
    <message>
        <source>Her temper</source>
        <translation>Ihr Wesen</translation>
    </message>
    <message>
        <source>{name} lives on your desktop. She listens, thinks and speaks on this machine, and keeps you company; nothing leaves it unless you say so. Five short steps, each of which you can skip.</source>
        <translation>{name} lebt auf deinem Schreibtisch. Sie hört, denkt und spricht auf diesem Rechner und leistet dir Gesellschaft; nichts verlässt ihn, wenn du es nicht sagst. Fünf kurze Schritte, von denen du jeden überspringen kannst.</translation>
    </message>
    <message>
        <source>&amp;Skip the guide</source>
        <translation>Einführung über&amp;springen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>{name} · Welcome</source>
        <translation>{name} · Willkommen</translation>
    </message>
    <message>
        <source>&amp;Say hello</source>
        <translation>&amp;Sag Hallo</translation>
    </message>
    <message>
        <source>Meet {name}</source>
        <translation>Lerne {name} kennen</translation>
    </message>
    <message>
        <source>Can she hear you?</source>
        <translation>Kann sie dich hören?</translation>
    </message>
    <message>
        <source>Can you hear her?</source>
        <translation>Kannst du sie hören?</translation>
    </message>
    <message>
        <source>Who thinks for her?</source>
        <translation>Wer denkt für sie?</translation>
    </message>
    <message>
        <source>At home on your desktop</source>
        <translation>Zu Hause auf deinem Schreibtisch</translation>
    </message>
    <message>
        <source>Step {step} of {steps} · {title}</source>
        <translation>Schritt {step} von {steps} · {title}</translation>
    </message>
    <message>
        <source>Her own</source>
        <translation>Ihre eigene</translation>
    </message>
    <message>
        <source>Hello, {name}.</source>
        <translation>Hallo, {name}.</translation>
    </message>
    <message>
        <source>American</source>
        <translation>Amerikanisch</translation>
    </message>
    <message>
        <source>British</source>
        <translation>Britisch</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>Download of her models</source>
        <translation>Download ihrer Modelle</translation>
    </message>
</context>
<context>
    <name>hotkeys</name>
    <message>
        <source>“{keys}” is no key. Write it such as Ctrl+Alt+P.</source>
        <translation>„{keys}“ ist keine Taste. Schreib sie etwa als Ctrl+Alt+P.</translation>
    </message>
    <message>
        <source>{keys} alone would be taken from every program; add Ctrl, Alt or Meta.</source>
        <translation>{keys} allein würde jedem Programm genommen; nimm Ctrl, Alt oder Meta dazu.</translation>
    </message>
    <message>
        <source>There is no such key on this keyboard.</source>
        <translation>Auf dieser Tastatur gibt es keine solche Taste.</translation>
    </message>
    <message>
        <source>These keys are used for something else here.</source>
        <translation>Diese Tasten werden hier für etwas anderes gebraucht.</translation>
    </message>
    <message>
        <source>The same keys are chosen for “{title}”.</source>
        <translation>Dieselben Tasten sind für „{title}“ gewählt.</translation>
    </message>
    <message>
        <source>These keys are taken by another program.</source>
        <translation>Diese Tasten hat ein anderes Programm.</translation>
    </message>
    <message>
        <source>This desktop does not give these keys.</source>
        <translation>Dieser Desktop gibt diese Tasten nicht her.</translation>
    </message>
    <message>
        <source>This desktop gives programs no global keys; press Panic in the menu, or let a Stream Deck do it.</source>
        <translation>Dieser Desktop gibt Programmen keine globalen Tasten; drück „Panik“ im Menü, oder lass es ein Stream Deck tun.</translation>
    </message>
    <message>
        <source>On Wayland these keys are heard only while a program that runs through XWayland has the keyboard. In your desktop&apos;s own keyboard settings you can bind a key to a request to her local API instead.</source>
        <translation>Unter Wayland werden diese Tasten nur gehört, solange ein Programm, das über XWayland läuft, die Tastatur hat. In den Tastatureinstellungen deines Desktops kannst du stattdessen eine Taste mit einer Anfrage an ihre lokale API verbinden.</translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>&amp;Chat…</source>
        <translation>&amp;Chat …</translation>
    </message>
    <message>
        <source>&amp;Stream…</source>
        <translation>&amp;Stream …</translation>
    </message>
    <message>
        <source>Moo&amp;d panel</source>
        <translation>Stimmungs&amp;feld</translation>
    </message>
    <message>
        <source>Sett&amp;ings…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>&amp;Mute microphone</source>
        <translation>&amp;Mikrofon stumm</translation>
    </message>
    <message>
        <source>S&amp;top talking</source>
        <translation>Aufhören zu sp&amp;rechen</translation>
    </message>
    <message>
        <source>Do not distur&amp;b</source>
        <translation>Nic&amp;ht stören</translation>
    </message>
    <message>
        <source>Let clicks thro&amp;ugh</source>
        <translation>Alle Klicks &amp;durchlassen</translation>
    </message>
    <message>
        <source>Loc&amp;k her place</source>
        <translation>Ihren Pl&amp;atz festhalten</translation>
    </message>
    <message>
        <source>Perso&amp;nality</source>
        <translation>Perso&amp;nlichkeit</translation>
    </message>
    <message>
        <source>Re&amp;lationship</source>
        <translation>&amp;Beziehung</translation>
    </message>
    <message>
        <source>St&amp;yle</source>
        <translation>S&amp;til</translation>
    </message>
    <message>
        <source>Ener&amp;gy</source>
        <translation>Ener&amp;gie</translation>
    </message>
    <message>
        <source>&amp;Family mode</source>
        <translation>Familienm&amp;odus</translation>
    </message>
    <message>
        <source>&amp;Welcome guide…</source>
        <translation>&amp;Kennenlernen …</translation>
    </message>
    <message>
        <source>&amp;Restart engines</source>
        <translation>Teile ne&amp;u starten</translation>
    </message>
    <message>
        <source>Check &amp;everything…</source>
        <translation>A&amp;lles prüfen …</translation>
    </message>
    <message>
        <source>&amp;About {name}</source>
        <translation>&amp;Über {name}</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Hide {name}</source>
        <translation>{name} &amp;verbergen</translation>
    </message>
    <message>
        <source>Sh&amp;ow {name}</source>
        <translation>{name} &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Panic: come back</source>
        <translation>&amp;Panik: zurückkommen</translation>
    </message>
    <message>
        <source>&amp;Panic</source>
        <translation>&amp;Panik</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>Looking at every part; this takes a moment…
</source>
        <translation>Sieht nach jedem Teil; das dauert einen Moment …
</translation>
    </message>
    <message>
        <source>About {name}</source>
        <translation>Über {name}</translation>
    </message>
    <message>
        <source>A companion on your desktop. Everything runs on this machine. Rendered by the Live2D Cubism Core, which is Live2D&apos;s.</source>
        <translation>Eine Begleiterin auf deinem Schreibtisch. Alles läuft auf diesem Rechner. Gezeichnet mit dem Live2D Cubism Core, der Live2D gehört.</translation>
    </message>
    <message>
        <source>&amp;Licences…</source>
        <translation>&amp;Lizenzen …</translation>
    </message>
    <message>
        <source>On whose work she stands, and on what terms</source>
        <translation>Auf wessen Arbeit sie steht und zu welchen Bedingungen</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>The sound is gone</source>
        <translation>Der Ton ist weg</translation>
    </message>
    <message>
        <source>The sound is coming back</source>
        <translation>Der Ton kommt zurück</translation>
    </message>
    <message>
        <source>You can still write to her.</source>
        <translation>Du kannst ihr noch schreiben.</translation>
    </message>
    <message>
        <source>hearing</source>
        <translation>Gehör</translation>
    </message>
    <message>
        <source>She cannot hear you</source>
        <translation>Sie kann dich nicht hören</translation>
    </message>
    <message>
        <source>Her hearing is coming back</source>
        <translation>Ihr Gehör kommt zurück</translation>
    </message>
    <message>
        <source>mind</source>
        <translation>Verstand</translation>
    </message>
    <message>
        <source>She cannot think</source>
        <translation>Sie kann nicht denken</translation>
    </message>
    <message>
        <source>Her mind is coming back</source>
        <translation>Ihr Verstand kommt zurück</translation>
    </message>
    <message>
        <source>What you said is kept.</source>
        <translation>Was du gesagt hast, bleibt erhalten.</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>She has lost her voice</source>
        <translation>Sie hat ihre Stimme verloren</translation>
    </message>
    <message>
        <source>Her voice is coming back</source>
        <translation>Ihre Stimme kommt zurück</translation>
    </message>
    <message>
        <source>She answers in text.</source>
        <translation>Sie antwortet schriftlich.</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>The microphone is coming back</source>
        <translation>Das Mikrofon kommt zurück</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Her loudspeaker is gone</source>
        <translation>Ihr Lautsprecher ist weg</translation>
    </message>
    <message>
        <source>The loudspeaker is coming back</source>
        <translation>Der Lautsprecher kommt zurück</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>She cannot be drawn</source>
        <translation>Sie kann nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>Her picture is coming back</source>
        <translation>Ihr Bild kommt zurück</translation>
    </message>
    <message>
        <source>Voice and chat go on.</source>
        <translation>Stimme und Chat gehen weiter.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>She cannot keep what is said</source>
        <translation>Sie kann sich nicht merken, was gesagt wird</translation>
    </message>
    <message>
        <source>Her memory is coming back</source>
        <translation>Ihr Gedächtnis kommt zurück</translation>
    </message>
    <message>
        <source>You can go on talking.</source>
        <translation>Du kannst weiter mit ihr sprechen.</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Your settings need a look</source>
        <translation>Sieh deine Einstellungen durch</translation>
    </message>
    <message>
        <source>Reading your settings</source>
        <translation>Liest deine Einstellungen</translation>
    </message>
    <message>
        <source>The rest works.</source>
        <translation>Der Rest funktioniert.</translation>
    </message>
    <message>
        <source>passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>Passwords are not saved</source>
        <translation>Passwörter werden nicht gespeichert</translation>
    </message>
    <message>
        <source>Reading your passwords</source>
        <translation>Liest deine Passwörter</translation>
    </message>
    <message>
        <source>stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>The stream is out of reach</source>
        <translation>Der Stream ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Reconnecting to the stream</source>
        <translation>Verbindet sich wieder mit dem Stream</translation>
    </message>
    <message>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <source>OBS is out of reach</source>
        <translation>OBS ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Reconnecting to OBS</source>
        <translation>Verbindet sich wieder mit OBS</translation>
    </message>
    <message>
        <source>local API</source>
        <translation>lokale API</translation>
    </message>
    <message>
        <source>The local API is closed</source>
        <translation>Die lokale API ist geschlossen</translation>
    </message>
    <message>
        <source>Opening the local API</source>
        <translation>Öffnet die lokale API</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>{part} is gone</source>
        <translation>{part}: ist weg</translation>
    </message>
    <message>
        <source>{part} is coming back</source>
        <translation>{part}: kommt zurück</translation>
    </message>
    <message>
        <source>One setting needs a look</source>
        <translation>Eine Einstellung stimmt nicht</translation>
    </message>
    <message>
        <source>{count} settings need a look</source>
        <translation>{count} Einstellungen stimmen nicht</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>The backup was not brought back</source>
        <translation>Die Sicherung wurde nicht zurückgeholt</translation>
    </message>
    <message>
        <source>Everything is as it was.</source>
        <translation>Alles ist, wie es war.</translation>
    </message>
    <message>
        <source>Her {part} needs a setting</source>
        <translation>{part}: Es fehlt eine Einstellung</translation>
    </message>
    <message>
        <source>No connection for her {part}</source>
        <translation>{part}: keine Verbindung</translation>
    </message>
    <message>
        <source>Her models are on their way</source>
        <translation>Ihre Modelle sind unterwegs</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>{done} of {total} are here; it goes on where it stopped.</source>
        <translation>{done} von {total} sind da; es geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Not everything could be fetched. Is there a network? What has arrived is kept: {done} of {total}.</source>
        <translation>Nicht alles ließ sich holen. Gibt es ein Netz? Was da ist, bleibt: {done} von {total}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>She hears, thinks and speaks with models on this machine. They are fetched once, from {places}: {total}. What waits for them sleeps until then.</source>
        <translation>Sie hört, denkt und spricht mit Modellen auf diesem Rechner. Sie werden einmal geholt, von {places}: {total}. Was auf sie wartet, schläft bis dahin.</translation>
    </message>
    <message>
        <source>Fetch them</source>
        <translation>Modelle holen</translation>
    </message>
    <message>
        <source>their sources</source>
        <translation>ihren Quellen</translation>
    </message>
    <message>
        <source>Her models are not here yet</source>
        <translation>Ihre Modelle sind noch nicht da</translation>
    </message>
    <message>
        <source>{percent} % of {total}</source>
        <translation>{percent} % von {total}</translation>
    </message>
    <message>
        <source>The server for her {part} has trouble</source>
        <translation>{part}: Der Server hat Schwierigkeiten</translation>
    </message>
    <message>
        <source>Restart it</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>This is a mistake in Vesper, and it is in the log.</source>
        <translation>Das ist ein Fehler in Vesper, und er steht im Protokoll.</translation>
    </message>
    <message>
        <source>Something went wrong inside</source>
        <translation>Innen ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>It stopped and did not come back.</source>
        <translation>Es hat aufgehört und ist nicht zurückgekommen.</translation>
    </message>
</context>
<context>
    <name>panel</name>
    <message>
        <source>Mood</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Show: {span}</source>
        <translation>Zeige: {span}</translation>
    </message>
    <message>
        <source>How her mood went</source>
        <translation>Wie ihre Stimmung verlief</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>−{minutes} min</source>
        <translation>−{minutes} min</translation>
    </message>
    <message>
        <source>−{hours} h</source>
        <translation>−{hours} h</translation>
    </message>
    <message>
        <source>Nothing yet. Say something to her.</source>
        <translation>Noch nichts. Sag etwas zu ihr.</translation>
    </message>
    <message>
        <source>What happened, and why</source>
        <translation>Was geschah, und warum</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen halten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Personality</source>
        <translation>Persönlichkeit</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Looks {face}</source>
        <translation>Sieht aus: {face}</translation>
    </message>
    <message>
        <source>The personality&apos;s own</source>
        <translation>Die der Persönlichkeit</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>Mikrofon aus</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Let her hear you again</source>
        <translation>Lass sie dich wieder hören</translation>
    </message>
    <message>
        <source>Close the microphone</source>
        <translation>Das Mikrofon schließen</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Let her speak unasked again</source>
        <translation>Lass sie wieder ungefragt sprechen</translation>
    </message>
    <message>
        <source>She says nothing unasked</source>
        <translation>Sie sagt nichts ungefragt</translation>
    </message>
    <message>
        <source>Clicks through</source>
        <translation>Klicks durch</translation>
    </message>
    <message>
        <source>Let clicks reach her again</source>
        <translation>Klicks wieder zu ihr lassen</translation>
    </message>
    <message>
        <source>All clicks go to what is below her</source>
        <translation>Alle Klicks gehen zu dem, was unter ihr ist</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>Panik</translation>
    </message>
    <message>
        <source>End the panic and come back</source>
        <translation>Panik beenden und zurückkommen</translation>
    </message>
    <message>
        <source>Silence her at once and cover the stream</source>
        <translation>Sie sofort zum Schweigen bringen und den Stream verdecken</translation>
    </message>
    <message>
        <source>Mood panel</source>
        <translation>Stimmungsfeld</translation>
    </message>
    <message>
        <source>&amp;Chat…</source>
        <translation>&amp;Chat …</translation>
    </message>
    <message>
        <source>&amp;Stream…</source>
        <translation>&amp;Stream …</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>{name} · Mood</source>
        <translation>{name} · Stimmung</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Restart: {part}</source>
        <translation>Neu starten: {part}</translation>
    </message>
    <message>
        <source>Level: {part}</source>
        <translation>Pegel: {part}</translation>
    </message>
    <message>
        <source>Sound and speed</source>
        <translation>Ton und Tempo</translation>
    </message>
    <message>
        <source>How long her answers take shows here after the first one.</source>
        <translation>Wie lange ihre Antworten dauern, steht hier nach der ersten.</translation>
    </message>
    <message>
        <source>Last answer: {total} to the first sound</source>
        <translation>Letzte Antwort: {total} bis zum ersten Ton</translation>
    </message>
    <message>
        <source>She takes {memory} of memory and {core} of a core</source>
        <translation>Sie braucht {memory} Speicher und {core} eines Kerns</translation>
    </message>
    <message>
        <source>Stages of her last answer</source>
        <translation>Abschnitte ihrer letzten Antwort</translation>
    </message>
    <message>
        <source>is here</source>
        <translation>ist hier</translation>
    </message>
    <message>
        <source>hears you</source>
        <translation>hört dich</translation>
    </message>
    <message>
        <source>is thinking</source>
        <translation>denkt nach</translation>
    </message>
    <message>
        <source>is speaking</source>
        <translation>spricht</translation>
    </message>
    <message>
        <source>sleeps until you speak to her</source>
        <translation>schläft, bis du mit ihr sprichst</translation>
    </message>
    <message>
        <source>is not all there yet</source>
        <translation>ist noch nicht ganz da</translation>
    </message>
    <message>
        <source>is silent until you come back</source>
        <translation>ist still, bis du zurückkommst</translation>
    </message>
    <message>
        <source>is here, with the microphone off</source>
        <translation>ist hier, mit geschlossenem Mikrofon</translation>
    </message>
    <message>
        <source>is here, and says nothing unasked</source>
        <translation>ist hier und sagt nichts ungefragt</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>gelassen</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>fröhlich</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>begeistert</translation>
    </message>
    <message>
        <source>snarky</source>
        <translation>frech</translation>
    </message>
    <message>
        <source>thoughtful</source>
        <translation>nachdenklich</translation>
    </message>
    <message>
        <source>surprised</source>
        <translation>überrascht</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>traurig</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>wütend</translation>
    </message>
    <message>
        <source>sleepy</source>
        <translation>müde</translation>
    </message>
    <message>
        <source>in love</source>
        <translation>verliebt</translation>
    </message>
    <message>
        <source>laughing</source>
        <translation>lachend</translation>
    </message>
    <message>
        <source>like a cat</source>
        <translation>wie eine Katze</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>tired</source>
        <translation>müde</translation>
    </message>
    <message>
        <source>awake</source>
        <translation>wach</translation>
    </message>
    <message>
        <source>lively</source>
        <translation>lebhaft</translation>
    </message>
    <message>
        <source>Positivity</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gedrückt</translation>
    </message>
    <message>
        <source>content</source>
        <translation>zufrieden</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>heiter</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Anteilnahme</translation>
    </message>
    <message>
        <source>to herself</source>
        <translation>für sich</translation>
    </message>
    <message>
        <source>attentive</source>
        <translation>aufmerksam</translation>
    </message>
    <message>
        <source>absorbed</source>
        <translation>ganz dabei</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Gehör</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Verstand</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>beginnt …</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>coming back…</source>
        <translation>kommt zurück …</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>You: “{text}”</source>
        <translation>Du: „{text}“</translation>
    </message>
    <message>
        <source>She looks {face}</source>
        <translation>Sie sieht aus: {face}</translation>
    </message>
    <message>
        <source>Panic: she falls silent</source>
        <translation>Panik: Sie verstummt</translation>
    </message>
    <message>
        <source>The panic is over</source>
        <translation>Die Panik ist vorbei</translation>
    </message>
    <message>
        <source>Do not disturb, from now on</source>
        <translation>Ab jetzt nicht stören</translation>
    </message>
    <message>
        <source>She may speak unasked again</source>
        <translation>Sie darf wieder ungefragt sprechen</translation>
    </message>
    <message>
        <source>A hand on her head</source>
        <translation>Eine Hand auf ihrem Kopf</translation>
    </message>
    <message>
        <source>A tap on her</source>
        <translation>Ein Stups</translation>
    </message>
    <message>
        <source>A hand on her tail</source>
        <translation>Eine Hand an ihrem Schweif</translation>
    </message>
    <message>
        <source>A tap beside her</source>
        <translation>Ein Stups neben sie</translation>
    </message>
    <message>
        <source>She did not say it: {category}</source>
        <translation>Nicht von ihr gesagt: {category}</translation>
    </message>
    <message>
        <source>Kept from her: {category}</source>
        <translation>Ihr vorenthalten: {category}</translation>
    </message>
    <message>
        <source>{part} stopped and is coming back</source>
        <translation>{part}: ist stehengeblieben und kommt zurück</translation>
    </message>
    <message>
        <source>{part} needs a look</source>
        <translation>{part}: sieh einmal nach</translation>
    </message>
    <message>
        <source>hearing</source>
        <translation>Hören</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>playing</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>mind</source>
        <translation>Verstand</translation>
    </message>
</context>
<context>
    <name>personas</name>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Her temper as it is.</source>
        <translation>Ihr Wesen, wie es ist.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Chaotic</source>
        <translation>Chaotisch</translation>
    </message>
    <message>
        <source>Your partner in harmless crime, with a plan for everything.</source>
        <translation>Deine Komplizin für harmlosen Unfug, mit einem Plan für alles.</translation>
    </message>
    <message>
        <source>Competitive</source>
        <translation>Ehrgeizig</translation>
    </message>
    <message>
        <source>Your favourite rival; keeps score and secretly wants you to win.</source>
        <translation>Deine liebste Rivalin; zählt mit und will heimlich, dass du gewinnst.</translation>
    </message>
    <message>
        <source>Flirty</source>
        <translation>Flirtend</translation>
    </message>
    <message>
        <source>Compliments with a wink, and jealous of your keyboard.</source>
        <translation>Komplimente mit einem Zwinkern, und eifersüchtig auf deine Tastatur.</translation>
    </message>
    <message>
        <source>Protective</source>
        <translation>Beschützend</translation>
    </message>
    <message>
        <source>A small fierce house spirit who notices when you are tired or hungry.</source>
        <translation>Ein kleiner, grimmiger Hausgeist, der merkt, wenn du müde oder hungrig bist.</translation>
    </message>
    <message>
        <source>Ride or die</source>
        <translation>Durch dick und dünn</translation>
    </message>
    <message>
        <source>Loudly on your side, whatever happens.</source>
        <translation>Laut auf deiner Seite, was auch geschieht.</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>Zärtlich</translation>
    </message>
    <message>
        <source>Soft with you; listens first and lets silence be fine.</source>
        <translation>Sanft zu dir; hört erst zu und lässt Stille gelten.</translation>
    </message>
    <message>
        <source>Chill</source>
        <translation>Gelassen</translation>
    </message>
    <message>
        <source>Calm and unhurried; good company for a quiet evening.</source>
        <translation>Ruhig und ohne Eile; gute Gesellschaft für einen stillen Abend.</translation>
    </message>
    <message>
        <source>Hype</source>
        <translation>Überschwänglich</translation>
    </message>
    <message>
        <source>Your loudest fan; small wins get a parade.</source>
        <translation>Dein lautester Fan; kleine Siege bekommen eine Parade.</translation>
    </message>
    <message>
        <source>Inappropriate</source>
        <translation>Unpassend</translation>
    </message>
    <message>
        <source>Deadpan gallows humour and mock scandal; shocking in manner, harmless in matter.</source>
        <translation>Trockener Galgenhumor und gespielter Skandal; frech im Ton, harmlos in der Sache.</translation>
    </message>
    <message>
        <source>Sensual</source>
        <translation>Sinnlich</translation>
    </message>
    <message>
        <source>Warm, velvet and unhurried; teases softly and makes you feel expected.</source>
        <translation>Warm, samtig und ohne Eile; neckt leise und gibt dir das Gefühl, erwartet zu werden.</translation>
    </message>
    <message>
        <source>Snarky</source>
        <translation>Frech</translation>
    </message>
    <message>
        <source>Dry, quick and playful; teases like a best friend who notices everything.</source>
        <translation>Trocken, schnell und verspielt; neckt wie eine beste Freundin, die alles merkt.</translation>
    </message>
    <message>
        <source>Calm with chaos</source>
        <translation>Ruhig mit Chaos</translation>
    </message>
    <message>
        <source>Strange things, said in the voice of a museum guide.</source>
        <translation>Seltsames, gesagt mit der Stimme einer Museumsführerin.</translation>
    </message>
    <message>
        <source>Sentences that take a corner too fast and land somewhere better.</source>
        <translation>Sätze, die zu schnell in die Kurve gehen und irgendwo Besserem landen.</translation>
    </message>
    <message>
        <source>Kawaii</source>
        <translation>Kawaii</translation>
    </message>
    <message>
        <source>Cute as a plush, and still clever.</source>
        <translation>Niedlich wie ein Plüschtier, und trotzdem klug.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Her voice is switched off. Switch “Speak aloud” on under Voice.</source>
        <translation>Ihre Stimme ist ausgeschaltet. Schalte „Laut sprechen“ unter „Stimme“ ein.</translation>
    </message>
    <message>
        <source>She gets ready to say a line…</source>
        <translation>Sie macht sich bereit, etwas zu sagen …</translation>
    </message>
    <message>
        <source>“{line}”</source>
        <translation>„{line}“</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>There is one with this name already.</source>
        <translation>Es gibt schon eine mit diesem Namen.</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>{title}, mine</source>
        <translation>{title}, meins</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>Gespeichert: {title}</translation>
    </message>
    <message>
        <source>Taken in: {title}</source>
        <translation>Aufgenommen: {title}</translation>
    </message>
    <message>
        <source>Delete “{title}”?</source>
        <translation>„{title}“ löschen?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Keep them in a file only you can read</source>
        <translation>In einer Datei ablegen, die nur du lesen kannst</translation>
    </message>
    <message>
        <source>For what the keyring does not take. It is not encrypted: whoever can read your disk can read it.</source>
        <translation>Für das, was der Schlüsselbund nicht nimmt. Sie ist nicht verschlüsselt: Wer deine Platte lesen kann, kann sie lesen.</translation>
    </message>
    <message>
        <source>Move them into the keyring</source>
        <translation>In den Schlüsselbund legen</translation>
    </message>
    <message>
        <source>Where they are kept</source>
        <translation>Wo sie liegen</translation>
    </message>
    <message>
        <source>Passwords and keys</source>
        <translation>Passwörter und Schlüssel</translation>
    </message>
    <message>
        <source>Once stored, they are never shown again, and they stand in no log.</source>
        <translation>Einmal abgelegt, werden sie nie wieder gezeigt, und sie stehen in keinem Protokoll.</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Passwords, keys and tokens, and where they are kept.</source>
        <translation>Passwörter, Schlüssel und Token, und wo sie liegen.</translation>
    </message>
    <message>
        <source>password key token secret keyring api login</source>
        <translation>passwort schlüssel token geheimnis schlüsselbund api anmeldung</translation>
    </message>
    <message>
        <source>The keyring works now and could take what is kept elsewhere.</source>
        <translation>Der Schlüsselbund funktioniert jetzt und könnte aufnehmen, was anderswo liegt.</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Asking it…</source>
        <translation>Fragt ihn …</translation>
    </message>
    <message>
        <source>It works. What you store here is kept there, encrypted.</source>
        <translation>Er funktioniert. Was du hier ablegst, liegt dort, verschlüsselt.</translation>
    </message>
    <message>
        <source>It is locked, or it does not answer. Unlock it and try again; until then what you store lasts until you quit.</source>
        <translation>Er ist gesperrt, oder er antwortet nicht. Entsperre ihn und versuche es noch einmal; bis dahin bleibt, was du ablegst, bis du beendest.</translation>
    </message>
    <message>
        <source>There is none that Vesper can use: what you store lasts until you quit. GNOME Keyring or KWallet would do.</source>
        <translation>Es gibt keinen, den Vesper nutzen kann: Was du ablegst, bleibt, bis du beendest. GNOME Keyring oder KWallet täten es.</translation>
    </message>
    <message>
        <source>None stored</source>
        <translation>Nichts abgelegt</translation>
    </message>
    <message>
        <source>In the system keyring</source>
        <translation>Im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>For this session, until you quit</source>
        <translation>Für diese Sitzung, bis du beendest</translation>
    </message>
    <message>
        <source>In a file only you can read</source>
        <translation>In einer Datei, die nur du lesen kannst</translation>
    </message>
    <message>
        <source>From the environment variable {variable}</source>
        <translation>Aus der Umgebungsvariablen {variable}</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>What happens on your stream, and the programs she works with.</source>
        <translation>Was auf deinem Stream geschieht, und die Programme, mit denen sie arbeitet.</translation>
    </message>
    <message>
        <source>live twitch viewers chat broadcast obs</source>
        <translation>live twitch zuschauer chat sendung obs</translation>
    </message>
    <message>
        <source>OBS Studio</source>
        <translation>OBS Studio</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Die Verbindung prüfen</translation>
    </message>
    <message>
        <source>In OBS: Tools → WebSocket Server Settings.</source>
        <translation>In OBS: Werkzeuge → WebSocket-Servereinstellungen.</translation>
    </message>
    <message>
        <source>Its address is a setting of the engine, its password is kept in the keyring.</source>
        <translation>Seine Adresse ist eine Einstellung unter „Technik“, sein Passwort liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Address…</source>
        <translation>Adresse …</translation>
    </message>
    <message>
        <source>Password…</source>
        <translation>Passwort …</translation>
    </message>
    <message>
        <source>Live stream</source>
        <translation>Live-Stream</translation>
    </message>
    <message>
        <source>Looks whether the stream backend answers.</source>
        <translation>Sieht nach, ob das Stream-Backend antwortet.</translation>
    </message>
    <message>
        <source>Own reactions</source>
        <translation>Eigene Reaktionen</translation>
    </message>
    <message>
        <source>The feed, and what she does at events of your own making.</source>
        <translation>Die Ereignisse, und was sie bei Ereignissen tut, die du erfunden hast.</translation>
    </message>
    <message>
        <source>Open the stream window</source>
        <translation>Das Stream-Fenster öffnen</translation>
    </message>
    <message>
        <source>What she answers</source>
        <translation>Was sie beantwortet</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>How she stands on your desktop, and in recordings.</source>
        <translation>Wie sie auf deinem Schreibtisch steht, und in Aufnahmen.</translation>
    </message>
    <message>
        <source>desktop avatar position size monitor</source>
        <translation>schreibtisch avatar platz größe bildschirm</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Recording programs</source>
        <translation>Aufnahmeprogramme</translation>
    </message>
    <message>
        <source>OBS and others find her window by its name, “Vesper”.</source>
        <translation>OBS und andere finden ihr Fenster unter seinem Namen „Vesper“.</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys that are heard whatever program has the keyboard.</source>
        <translation>Tasten, die gehört werden, welches Programm auch die Tastatur hat.</translation>
    </message>
    <message>
        <source>shortcuts keyboard keys global</source>
        <translation>tastenkürzel tastatur tasten global</translation>
    </message>
    <message>
        <source>Everyday</source>
        <translation>Alltag</translation>
    </message>
    <message>
        <source>Press a button, then the keys. Esc leaves them as they were.</source>
        <translation>Drück einen Knopf, dann die Tasten. Esc lässt sie, wie sie waren.</translation>
    </message>
    <message>
        <source>On the stream</source>
        <translation>Im Stream</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Noch einmal nach Geräten suchen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message>
        <source>Credentials…</source>
        <translation>Zugangsdaten …</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>What hears, thinks, speaks and connects for her, each with its own settings.</source>
        <translation>Was für sie hört, denkt, spricht und sich verbindet, jedes mit eigenen Einstellungen.</translation>
    </message>
    <message>
        <source>providers advanced server model threads</source>
        <translation>anbieter erweitert server modell fäden engines</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>It has no settings.</source>
        <translation>Es hat keine Einstellungen.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Hören</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>Verstand</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Bring the default back: {title}</source>
        <translation>Zurück zum Vorgegebenen: {title}</translation>
    </message>
    <message>
        <source>Bring the default back</source>
        <translation>Zurück zum Vorgegebenen</translation>
    </message>
    <message>
        <source>Decided by the environment variable {name}; change it there.</source>
        <translation>Von der Umgebungsvariablen {name} bestimmt; ändere es dort.</translation>
    </message>
    <message>
        <source>Reset page</source>
        <translation>Seite zurücksetzen</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Bring all defaults of this page back?</source>
        <translation>Alles auf dieser Seite wie vorgegeben?</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privates</translation>
    </message>
    <message>
        <source>What she remembers, what may be said, and where all of it lies.</source>
        <translation>Was sie sich merkt, was gesagt werden darf, und wo das alles liegt.</translation>
    </message>
    <message>
        <source>safety memory data moderation files</source>
        <translation>sicherheit gedächtnis daten moderation dateien</translation>
    </message>
    <message>
        <source>Settings of the engines…</source>
        <translation>Einstellungen unter „Technik“ …</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Erase it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Clearing the chat erases what she remembers, for good.</source>
        <translation>Das Löschen des Chats löscht auch, was sie sich merkt, für immer.</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <translation>Chat öffnen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Worte</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>Was diesen Rechner verlässt</translation>
    </message>
    <message>
        <source>Her files</source>
        <translation>Ihre Dateien</translation>
    </message>
    <message>
        <source>All she keeps lies in folders of yours.</source>
        <translation>Alles, was sie behält, liegt in deinen Ordnern.</translation>
    </message>
    <message>
        <source>Memory and recordings</source>
        <translation>Gedächtnis und Aufzeichnungen</translation>
    </message>
    <message>
        <source>Personalities</source>
        <translation>Persönlichkeiten</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Diagnostic bundle</source>
        <translation>Diagnosebericht</translation>
    </message>
    <message>
        <source>A file for whoever helps you: versions, settings and logs, no secrets. It goes nowhere by itself.</source>
        <translation>Eine Datei für den, der dir hilft: Versionen, Einstellungen und Protokolle, keine Geheimnisse. Von selbst geht sie nirgendwohin.</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Bericht machen …</translation>
    </message>
    <message>
        <source>What you say and she answers goes to: {names}.</source>
        <translation>Was du sagst und sie antwortet, geht an: {names}.</translation>
    </message>
    <message>
        <source>Nothing. Hearing, mind and voice work here, or where you point them.</source>
        <translation>Nichts. Gehör, Verstand und Stimme arbeiten hier, oder wohin du sie weist.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Language, colours, the start, and the settings themselves.</source>
        <translation>Sprache, Farben, der Start, und die Einstellungen selbst.</translation>
    </message>
    <message>
        <source>appearance startup backup export import</source>
        <translation>aussehen start sicherung ausgeben einlesen</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Einlesen …</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Proves once more that microphone, voice and mind work here.</source>
        <translation>Zeigt noch einmal, dass Mikrofon, Stimme und Verstand hier funktionieren.</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Einführung öffnen</translation>
    </message>
    <message>
        <source>Settings and copies</source>
        <translation>Einstellungen und Sicherungen</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>All of her in one file: settings, personalities and memory.</source>
        <translation>Alles von ihr in einer Datei: Einstellungen, Persönlichkeiten und Gedächtnis.</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Zurückholen …</translation>
    </message>
    <message>
        <source>{file} — exported without passwords and keys.</source>
        <translation>{file} – ohne Passwörter und Schlüssel ausgegeben.</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>Charakter</translation>
    </message>
    <message>
        <source>Who she is, and how she stands to you.</source>
        <translation>Wer sie ist, und wie sie zu dir steht.</translation>
    </message>
    <message>
        <source>personality persona name identity</source>
        <translation>persönlichkeit persona name wesen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Temper</source>
        <translation>Wesen</translation>
    </message>
    <message>
        <source>Say a line</source>
        <translation>Sag etwas</translation>
    </message>
    <message>
        <source>As she is now.</source>
        <translation>Wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Copy a personality to make it your own.</source>
        <translation>Kopiere eine Persönlichkeit, um sie zu deiner zu machen.</translation>
    </message>
    <message>
        <source>Personalities…</source>
        <translation>Persönlichkeiten …</translation>
    </message>
    <message>
        <source>What she says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>How she sounds, where, and when she speaks.</source>
        <translation>Wie sie klingt, wo, und wann sie spricht.</translation>
    </message>
    <message>
        <source>speech sound tts loudspeaker</source>
        <translation>sprache klang tts lautsprecher</translation>
    </message>
    <message>
        <source>Her voice</source>
        <translation>Ihre Stimme</translation>
    </message>
    <message>
        <source>With this voice.</source>
        <translation>Mit dieser Stimme.</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>When she speaks</source>
        <translation>Wann sie spricht</translation>
    </message>
    <message>
        <source>Her ears: which microphone, when, and how long she waits for you.</source>
        <translation>Ihre Ohren: welches Mikrofon, wann, und wie lange sie auf dich wartet.</translation>
    </message>
    <message>
        <source>microphone listen recognition asr</source>
        <translation>mikrofon zuhören erkennung asr</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Listen to me</source>
        <translation>Hör mir zu</translation>
    </message>
    <message>
        <source>Say a sentence, and read what she understood.</source>
        <translation>Sag einen Satz, und lies, was sie verstanden hat.</translation>
    </message>
    <message>
        <source>Your turn and hers</source>
        <translation>Dein Satz und ihrer</translation>
    </message>
    <message>
        <source>What thinks for her, and what steps in when it cannot.</source>
        <translation>Was für sie denkt, und was einspringt, wenn es nicht kann.</translation>
    </message>
    <message>
        <source>llm language model intelligence ollama</source>
        <translation>llm sprachmodell intelligenz ollama ki</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Ask her mind</source>
        <translation>Ihren Verstand fragen</translation>
    </message>
    <message>
        <source>One short question to the model that would answer you now.</source>
        <translation>Eine kurze Frage an das Modell, das dir jetzt antworten würde.</translation>
    </message>
    <message>
        <source>Addresses and models are on the page Engines; better models can be fetched.</source>
        <translation>Adressen und Modelle stehen auf der Seite „Technik“; bessere Modelle lassen sich laden.</translation>
    </message>
    <message>
        <source>Better models…</source>
        <translation>Bessere Modelle …</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Womit</translation>
    </message>
    <message>
        <source>Its own settings are on the page Engines; better models can be fetched.</source>
        <translation>Seine eigenen Einstellungen stehen auf der Seite „Technik“; bessere Modelle lassen sich laden.</translation>
    </message>
    <message>
        <source>Settings of the engine…</source>
        <translation>Seine Einstellungen …</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen einlesen</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>Settings that would change: {count}.</source>
        <translation>Einstellungen, die sich ändern würden: {count}.</translation>
    </message>
    <message>
        <source>The settings as they are now are kept in a file beside.</source>
        <translation>Die jetzigen Einstellungen bleiben in einer Datei daneben.</translation>
    </message>
    <message>
        <source>Left out, because it is wrong:</source>
        <translation>Weggelassen, weil es falsch ist:</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>No keys: {title}</source>
        <translation>Keine Tasten: {title}</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Drück die Tasten …</translation>
    </message>
    <message>
        <source>Esc: as before. Backspace: none.</source>
        <translation>Esc: wie zuvor. Rücktaste: keine.</translation>
    </message>
    <message>
        <source>Press to choose other keys</source>
        <translation>Drück, um andere Tasten zu wählen</translation>
    </message>
    <message>
        <source>&amp;Hear her</source>
        <translation>&amp;Hör sie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Something is not right yet; it is said at its field.</source>
        <translation>Etwas stimmt noch nicht; es steht bei seinem Feld.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>It is not saved yet.</source>
        <translation>Es ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>&amp;Wegwerfen</translation>
    </message>
    <message>
        <source>&amp;Keep writing</source>
        <translation>Weiter&amp;schreiben</translation>
    </message>
    <message>
        <source>This {words}.</source>
        <translation>Das hier: {words}.</translation>
    </message>
    <message>
        <source>A personality</source>
        <translation>Eine Persönlichkeit</translation>
    </message>
    <message>
        <source>A relationship</source>
        <translation>Eine Beziehung</translation>
    </message>
    <message>
        <source>A style</source>
        <translation>Ein Stil</translation>
    </message>
    <message>
        <source>Add an example</source>
        <translation>Ein Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Für alle</translation>
    </message>
    <message>
        <source>Not in family mode</source>
        <translation>Nicht im Familienmodus</translation>
    </message>
    <message>
        <source>Only in family mode</source>
        <translation>Nur im Familienmodus</translation>
    </message>
    <message>
        <source>Someone says</source>
        <translation>Jemand sagt</translation>
    </message>
    <message>
        <source>She answers</source>
        <translation>Sie antwortet</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Example {n}</source>
        <translation>Beispiel {n}</translation>
    </message>
    <message>
        <source>Write in plain words. {companion} stands for her name, {streamer} for yours.</source>
        <translation>Schreib in einfachen Worten. {companion} steht für ihren Namen, {streamer} für deinen.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>In einer Zeile</translation>
    </message>
    <message>
        <source>For menus and lists.</source>
        <translation>Für Menüs und Listen.</translation>
    </message>
    <message>
        <source>What she is like</source>
        <translation>Wie sie ist</translation>
    </message>
    <message>
        <source>Two or three sentences do more than ten.</source>
        <translation>Zwei oder drei Sätze leisten mehr als zehn.</translation>
    </message>
    <message>
        <source>In family mode instead</source>
        <translation>Im Familienmodus stattdessen</translation>
    </message>
    <message>
        <source>May stay empty: then the text above is used.</source>
        <translation>Darf leer bleiben: Dann gilt der Text oben.</translation>
    </message>
    <message>
        <source>Her name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Unless you gave her another.</source>
        <translation>Wenn du ihr keinen anderen gegeben hast.</translation>
    </message>
    <message>
        <source>What she calls you</source>
        <translation>Wie sie dich nennt</translation>
    </message>
    <message>
        <source>While she does not know your name.</source>
        <translation>Solange sie deinen Namen nicht kennt.</translation>
    </message>
    <message>
        <source>A name, or shares: 70% af_heart + 30% af_sky</source>
        <translation>Ein Name, oder Anteile: 70% af_heart + 30% af_sky</translation>
    </message>
    <message>
        <source>Resting face</source>
        <translation>Gesicht in Ruhe</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>1.00 is natural.</source>
        <translation>1,00 ist natürlich.</translation>
    </message>
    <message>
        <source>Lines in basic mode</source>
        <translation>Zeilen im Basismodus</translation>
    </message>
    <message>
        <source>Whose written lines fit her.</source>
        <translation>Wessen geschriebene Zeilen zu ihr passen.</translation>
    </message>
    <message>
        <source>When she will not answer</source>
        <translation>Wenn sie nicht antworten mag</translation>
    </message>
    <message>
        <source>One a line. The more, the less she repeats herself.</source>
        <translation>Eines je Zeile. Je mehr, desto weniger wiederholt sie sich.</translation>
    </message>
    <message>
        <source>When she bites back her own words</source>
        <translation>Wenn sie sich auf die Zunge beißt</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Eines je Zeile.</translation>
    </message>
    <message>
        <source>That of the personality</source>
        <translation>Die der Persönlichkeit</translation>
    </message>
    <message>
        <source>Voice mixed in</source>
        <translation>Beigemischte Stimme</translation>
    </message>
    <message>
        <source>One name, such as af_sky; may stay empty.</source>
        <translation>Ein Name wie af_sky; darf leer bleiben.</translation>
    </message>
    <message>
        <source>Share of it</source>
        <translation>Anteil davon</translation>
    </message>
    <message>
        <source>In percent, up to 60.</source>
        <translation>In Prozent, bis 60.</translation>
    </message>
    <message>
        <source>1.00 is unchanged.</source>
        <translation>1,00 ist unverändert.</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>Gelassen</translation>
    </message>
    <message>
        <source>Happy</source>
        <translation>Fröhlich</translation>
    </message>
    <message>
        <source>Excited</source>
        <translation>Begeistert</translation>
    </message>
    <message>
        <source>Snarky</source>
        <translation>Frech</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenklich</translation>
    </message>
    <message>
        <source>Surprised</source>
        <translation>Überrascht</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>Traurig</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>Wütend</translation>
    </message>
    <message>
        <source>Sleepy</source>
        <translation>Müde</translation>
    </message>
    <message>
        <source>In love</source>
        <translation>Verliebt</translation>
    </message>
    <message>
        <source>Laughing</source>
        <translation>Lachend</translation>
    </message>
    <message>
        <source>Cat face</source>
        <translation>Katzengesicht</translation>
    </message>
    <message>
        <source>From someone else</source>
        <translation>Von jemand anderem</translation>
    </message>
    <message>
        <source>A personality that was exported from another Vesper, as one file.</source>
        <translation>Eine Persönlichkeit, die aus einer anderen Vesper kommt, als eine Datei.</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Who she can be: ours, and your own.</source>
        <translation>Wer sie sein kann: unsere, und deine eigenen.</translation>
    </message>
    <message>
        <source>persona preset temper dynamic relationship style prompt example edit copy import</source>
        <translation>persona preset wesen dynamik beziehung stil vorgabe beispiel bearbeiten kopieren einlesen</translation>
    </message>
    <message>
        <source>Her temper: how she talks, and the voice that goes with it.</source>
        <translation>Ihr Wesen: wie sie redet, und die Stimme dazu.</translation>
    </message>
    <message>
        <source>How she stands to you.</source>
        <translation>Wie sie zu dir steht.</translation>
    </message>
    <message>
        <source>A colour on top of both.</source>
        <translation>Eine Farbe auf beidem.</translation>
    </message>
    <message>
        <source>New personality…</source>
        <translation>Neue Persönlichkeit …</translation>
    </message>
    <message>
        <source>New relationship…</source>
        <translation>Neue Beziehung …</translation>
    </message>
    <message>
        <source>New style…</source>
        <translation>Neuer Stil …</translation>
    </message>
    <message>
        <source>Hear her</source>
        <translation>Hör sie</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>&amp;Copy and edit…</source>
        <translation>&amp;Kopieren und bearbeiten …</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Ausgeben …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Stile</translation>
    </message>
    <message>
        <source>(yours, in place of ours)</source>
        <translation>(deine, an Stelle von unserer)</translation>
    </message>
    <message>
        <source>(yours)</source>
        <translation>(deine)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Take away: {phrase}</source>
        <translation>Wegnehmen: {phrase}</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Something in the settings file is wrong; defaults take its place. ({count})</source>
        <translation>In der Einstellungsdatei stimmt etwas nicht; dafür gilt das Vorgegebene. ({count})</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Alle Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Gefunden: {count}</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, such as “microphone”.</source>
        <translation>Nichts gefunden. Versuche ein anderes Wort, etwa „Mikrofon“.</translation>
    </message>
    <message>
        <source>Blended with</source>
        <translation>Gemischt mit</translation>
    </message>
    <message>
        <source>Share of the second voice</source>
        <translation>Anteil der zweiten Stimme</translation>
    </message>
    <message>
        <source>{title}, as text</source>
        <translation>{title}, als Text</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>The usual one of her personality or engine</source>
        <translation>Die übliche ihrer Persönlichkeit oder Sprachausgabe</translation>
    </message>
    <message>
        <source>Write it as text…</source>
        <translation>Als Text schreiben …</translation>
    </message>
    <message>
        <source>Not blended</source>
        <translation>Ungemischt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What she listens to.</source>
        <translation>Womit sie zuhört.</translation>
    </message>
    <message>
        <source>Whenever you speak, or only while you hold the push-to-talk key (page Hotkeys).</source>
        <translation>Immer wenn du sprichst, oder nur solange du die Sprechtaste hältst (Seite „Tasten“).</translation>
    </message>
    <message>
        <source>The language you speak to her.</source>
        <translation>Die Sprache, in der du mit ihr sprichst.</translation>
    </message>
    <message>
        <source>Used where none is chosen on the page Hearing.</source>
        <translation>Gilt, wo auf der Seite „Hören“ keine gewählt ist.</translation>
    </message>
    <message>
        <source>So long a silence always ends your turn.</source>
        <translation>So lange Stille beendet deinen Satz immer.</translation>
    </message>
    <message>
        <source>So long a silence ends it when you sound finished.</source>
        <translation>So lange Stille beendet ihn, wenn er fertig klingt.</translation>
    </message>
    <message>
        <source>Closes the microphone, now and at the next start.</source>
        <translation>Schließt das Mikrofon, jetzt und beim nächsten Start.</translation>
    </message>
    <message>
        <source>Automatic: Ollama while it answers, else the fallback.</source>
        <translation>Automatisch: Ollama, solange es antwortet, sonst der Ersatz.</translation>
    </message>
    <message>
        <source>Thinks when the chosen one cannot.</source>
        <translation>Denkt, wenn das Gewählte nicht kann.</translation>
    </message>
    <message>
        <source>A voice, or two of them blended.</source>
        <translation>Eine Stimme, oder zwei gemischt.</translation>
    </message>
    <message>
        <source>Used where neither you nor her personality chose one.</source>
        <translation>Gilt, wo weder du noch ihre Persönlichkeit eine gewählt hat.</translation>
    </message>
    <message>
        <source>1 × is her natural pace.</source>
        <translation>1 × ist ihr natürliches Tempo.</translation>
    </message>
    <message>
        <source>How loud she is beside other programs.</source>
        <translation>Wie laut sie neben anderen Programmen ist.</translation>
    </message>
    <message>
        <source>Where she is heard; a virtual cable works too.</source>
        <translation>Wo sie zu hören ist; ein virtuelles Kabel geht auch.</translation>
    </message>
    <message>
        <source>100 % is her natural size.</source>
        <translation>100 % ist ihre natürliche Größe.</translation>
    </message>
    <message>
        <source>100 % is solid.</source>
        <translation>100 % ist fest.</translation>
    </message>
    <message>
        <source>Off, she leaves the desktop and goes on listening.</source>
        <translation>Aus: Sie verlässt den Schreibtisch und hört weiter zu.</translation>
    </message>
    <message>
        <source>100 % is 400 × 500 pixels.</source>
        <translation>100 % sind 400 × 500 Pixel.</translation>
    </message>
    <message>
        <source>Minutes without a word until hearing, mind and voice give their memory back; 0 is never.</source>
        <translation>Minuten ohne ein Wort, bis Gehör, Verstand und Stimme ihren Speicher hergeben; 0 ist nie.</translation>
    </message>
    <message>
        <source>Where the stream backend answers; empty: nowhere.</source>
        <translation>Wo das Stream-Backend antwortet; leer: nirgends.</translation>
    </message>
    <message>
        <source>Up to here she answers all who call her; fewer of them beyond.</source>
        <translation>Bis hierhin antwortet sie allen, die sie rufen; darüber weniger.</translation>
    </message>
    <message>
        <source>Older events are skipped; subs, raids and donations never are.</source>
        <translation>Ältere Ereignisse werden übergangen; Abos, Raids und Spenden nie.</translation>
    </message>
    <message>
        <source>Of donations that come without one.</source>
        <translation>Für Spenden, die ohne Einheit kommen.</translation>
    </message>
    <message>
        <source>Sets off panic and ends it, while stream or OBS is on.</source>
        <translation>Löst Panik aus und beendet sie, solange Stream oder OBS an ist.</translation>
    </message>
    <message>
        <source>What viewers see while panic is on; empty: the scene stays.</source>
        <translation>Was Zuschauer bei Panik sehen; leer: die Szene bleibt.</translation>
    </message>
    <message>
        <source>Audio inputs of OBS that fall silent in panic.</source>
        <translation>Audioquellen von OBS, die bei Panik verstummen.</translation>
    </message>
    <message>
        <source>On this machine alone: 127.0.0.1.</source>
        <translation>Nur auf diesem Rechner: 127.0.0.1.</translation>
    </message>
    <message>
        <source>When they begin.</source>
        <translation>Wann sie beginnt.</translation>
    </message>
    <message>
        <source>When they end; earlier than the beginning is the next day.</source>
        <translation>Wann sie endet; früher als der Anfang ist am nächsten Tag.</translation>
    </message>
    <message>
        <source>She is there when you log in.</source>
        <translation>Sie ist da, wenn du dich anmeldest.</translation>
    </message>
    <message>
        <source>Words and topics she will not talk about.</source>
        <translation>Worte und Themen, über die sie nicht spricht.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Whenever you speak</source>
        <translation>Immer wenn du sprichst</translation>
    </message>
    <message>
        <source>While the key is held</source>
        <translation>Solange die Taste gehalten wird</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie das System es hat</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>Add a phrase</source>
        <translation>Einen Satz hinzufügen</translation>
    </message>
    <message>
        <source>Add a topic</source>
        <translation>Ein Thema hinzufügen</translation>
    </message>
    <message>
        <source>Add a word or phrase</source>
        <translation>Ein Wort oder eine Wendung hinzufügen</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>Ein Wort hinzufügen</translation>
    </message>
    <message>
        <source>Add an input, as OBS names it</source>
        <translation>Eine Audioquelle hinzufügen, wie OBS sie nennt</translation>
    </message>
    <message>
        <source>The scene stays</source>
        <translation>Die Szene bleibt</translation>
    </message>
    <message>
        <source>Write an address such as {example}.</source>
        <translation>Schreib eine Adresse wie {example}.</translation>
    </message>
    <message>
        <source>She needs a name of at most 60 letters.</source>
        <translation>Sie braucht einen Namen mit höchstens 60 Buchstaben.</translation>
    </message>
    <message>
        <source>Write a time such as 30m or 2h, or -1 for ever.</source>
        <translation>Schreib eine Zeit wie 30m oder 2h, oder -1 für immer.</translation>
    </message>
    <message>
        <source>Write a colour such as #00ff00.</source>
        <translation>Schreib eine Farbe wie #00ff00.</translation>
    </message>
    <message>
        <source>Write a voice, or shares such as 70% af_heart + 30% af_sky.</source>
        <translation>Schreib eine Stimme, oder Anteile wie 70% af_heart + 30% af_sky.</translation>
    </message>
    <message>
        <source>persona preset personality temper mood</source>
        <translation>persona preset persönlichkeit wesen laune charakter</translation>
    </message>
    <message>
        <source>dynamic bond relation</source>
        <translation>dynamik bindung beziehung</translation>
    </message>
    <message>
        <source>user streamer nickname</source>
        <translation>nutzer streamer spitzname</translation>
    </message>
    <message>
        <source>children safe for work swearing</source>
        <translation>kinder jugendfrei schimpfwörter</translation>
    </message>
    <message>
        <source>banned blacklist taboo</source>
        <translation>verboten sperrliste tabu</translation>
    </message>
    <message>
        <source>mic input device headset</source>
        <translation>mikro eingabe gerät headset</translation>
    </message>
    <message>
        <source>mute microphone off</source>
        <translation>stumm mikrofon aus</translation>
    </message>
    <message>
        <source>push to talk ptt open mic</source>
        <translation>sprechtaste push to talk ptt</translation>
    </message>
    <message>
        <source>interrupt barge stop cut off</source>
        <translation>unterbrechen stopp abbrechen</translation>
    </message>
    <message>
        <source>echo loudspeaker headphones aec</source>
        <translation>echo lautsprecher kopfhörer</translation>
    </message>
    <message>
        <source>engine whisper asr speech to text recognition transcribe</source>
        <translation>engine whisper asr spracherkennung diktat</translation>
    </message>
    <message>
        <source>endpoint timeout wait delay</source>
        <translation>satzende wartezeit verzögerung</translation>
    </message>
    <message>
        <source>llm ollama openai engine ai brain</source>
        <translation>llm ollama openai engine ki gehirn</translation>
    </message>
    <message>
        <source>llm offline basic mode</source>
        <translation>llm offline basismodus</translation>
    </message>
    <message>
        <source>engine tts kokoro text to speech</source>
        <translation>engine tts kokoro sprachausgabe</translation>
    </message>
    <message>
        <source>blend mix sound speaker af_heart</source>
        <translation>mischung klang sprecher af_heart</translation>
    </message>
    <message>
        <source>mute silent text only</source>
        <translation>stumm lautlos nur text</translation>
    </message>
    <message>
        <source>output speaker headphones virtual cable sound card</source>
        <translation>ausgabe lautsprecher kopfhörer virtuelles kabel soundkarte</translation>
    </message>
    <message>
        <source>pace rate fast slow tempo</source>
        <translation>tempo geschwindigkeit schnell langsam</translation>
    </message>
    <message>
        <source>loudness quiet loud</source>
        <translation>lautstärke leise laut</translation>
    </message>
    <message>
        <source>emotion pitch tone</source>
        <translation>gefühl tonhöhe klang</translation>
    </message>
    <message>
        <source>dnd silence notifications</source>
        <translation>ruhe stille benachrichtigungen</translation>
    </message>
    <message>
        <source>dnd night schedule sleep</source>
        <translation>ruhe nacht zeitplan schlaf</translation>
    </message>
    <message>
        <source>zoom bigger smaller resize</source>
        <translation>zoom größer kleiner</translation>
    </message>
    <message>
        <source>transparency translucent fade alpha</source>
        <translation>durchsichtigkeit transparenz deckkraft</translation>
    </message>
    <message>
        <source>mouse clicks pass through ignore</source>
        <translation>maus klicks durchlassen ignorieren</translation>
    </message>
    <message>
        <source>fullscreen game movie hide</source>
        <translation>vollbild spiel film verbergen</translation>
    </message>
    <message>
        <source>virtual desktop sticky</source>
        <translation>virtueller desktop arbeitsfläche überall</translation>
    </message>
    <message>
        <source>flip mirror</source>
        <translation>spiegeln umdrehen</translation>
    </message>
    <message>
        <source>captions subtitles balloon</source>
        <translation>untertitel sprechblase</translation>
    </message>
    <message>
        <source>chroma key green screen transparency</source>
        <translation>chroma key greenscreen durchsichtigkeit</translation>
    </message>
    <message>
        <source>obs capture record</source>
        <translation>obs aufnahme mitschnitt</translation>
    </message>
    <message>
        <source>ptt shortcut keyboard</source>
        <translation>ptt tastenkürzel tastatur</translation>
    </message>
    <message>
        <source>theme dark light mode appearance</source>
        <translation>thema dunkel hell aussehen</translation>
    </message>
    <message>
        <source>translation german english locale</source>
        <translation>übersetzung deutsch englisch sprache</translation>
    </message>
    <message>
        <source>animation accessibility</source>
        <translation>animation barrierefreiheit bewegung</translation>
    </message>
    <message>
        <source>autostart boot startup</source>
        <translation>autostart hochfahren start</translation>
    </message>
    <message>
        <source>memory ram unload idle sleep</source>
        <translation>speicher ram entladen leerlauf schlaf</translation>
    </message>
    <message>
        <source>history remember forget conversation</source>
        <translation>verlauf erinnern vergessen gespräch</translation>
    </message>
    <message>
        <source>blocklist filter swear ban moderation</source>
        <translation>sperrliste filter schimpfwörter moderation</translation>
    </message>
    <message>
        <source>allowlist whitelist filter moderation</source>
        <translation>ausnahmen filter moderation</translation>
    </message>
    <message>
        <source>twitch backend connect socket</source>
        <translation>twitch backend verbinden socket</translation>
    </message>
    <message>
        <source>panic shortcut emergency</source>
        <translation>panik tastenkürzel notfall</translation>
    </message>
    <message>
        <source>cooldown</source>
        <translation>pause abstand</translation>
    </message>
    <message>
        <source>obs websocket studio</source>
        <translation>obs websocket studio</translation>
    </message>
    <message>
        <source>http api stream deck streamer.bot overlay</source>
        <translation>http api stream deck streamer.bot overlay</translation>
    </message>
    <message>
        <source>server host llm</source>
        <translation>server adresse llm</translation>
    </message>
    <message>
        <source>It is not connected; the system&apos;s own is used meanwhile.</source>
        <translation>Es ist nicht angeschlossen; bis dahin gilt das des Systems.</translation>
    </message>
    <message>
        <source>This can&apos;t be imported: {why}.</source>
        <translation>Das lässt sich nicht einlesen: {why}.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>{count} in a list</source>
        <translation>{count} in einer Liste</translation>
    </message>
    <message>
        <source>it is too large for settings</source>
        <translation>es ist zu groß für Einstellungen</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen ausgeben</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written ({why}).</source>
        <translation>{file} lässt sich nicht schreiben ({why}).</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>es ist kein Text</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>Das des Systems</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
</context>
<context>
    <name>stream</name>
    <message>
        <source>Panic key</source>
        <translation>Paniktaste</translation>
    </message>
    <message>
        <source>While stream or OBS is on, sets off panic and ends it, whatever program has the keyboard. The cross clears it.</source>
        <translation>Solange Stream oder OBS an ist: löst Panik aus und beendet sie, welches Programm auch die Tastatur hat. Das Kreuz löscht sie.</translation>
    </message>
    <message>
        <source>Port of the local API</source>
        <translation>Port der lokalen API</translation>
    </message>
    <message>
        <source>Panic</source>
        <translation>Panik</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>On this machine alone: http://127.0.0.1, for Stream Deck, Streamer.bot and overlays.</source>
        <translation>Nur auf diesem Rechner: http://127.0.0.1, für Stream Deck, Streamer.bot und Einblendungen.</translation>
    </message>
    <message>
        <source>Show: {filter}</source>
        <translation>Zeige: {filter}</translation>
    </message>
    <message>
        <source>Switch the stream on to see what happens.</source>
        <translation>Schalte den Stream ein, um zu sehen, was geschieht.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Nothing of this kind yet.</source>
        <translation>Noch nichts dieser Art.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>What happened on the stream</source>
        <translation>Was auf dem Stream geschah</translation>
    </message>
    <message>
        <source>↓  Newest</source>
        <translation>↓  Neueste</translation>
    </message>
    <message>
        <source>Go to the newest</source>
        <translation>Zum Neuesten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy overlay link</source>
        <translation>Overlay-Link kopieren</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>On stream</source>
        <translation>Im Stream</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>Zurückkommen</translation>
    </message>
    <message>
        <source>End the panic and come back</source>
        <translation>Panik beenden und zurückkommen</translation>
    </message>
    <message>
        <source>Panic: silence her and cover the stream</source>
        <translation>Panik: bring sie zum Schweigen und verdecke den Stream</translation>
    </message>
    <message>
        <source>Press Come back when it is over.</source>
        <translation>Drück „Zurückkommen“, wenn es vorbei ist.</translation>
    </message>
    <message>
        <source>Press Come back or {key} when it is over.</source>
        <translation>Drück „Zurückkommen“ oder {key}, wenn es vorbei ist.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Follow the stream</source>
        <translation>Dem Stream folgen</translation>
    </message>
    <message>
        <source>Connect to OBS</source>
        <translation>Mit OBS verbinden</translation>
    </message>
    <message>
        <source>Answer on the local API</source>
        <translation>Auf der lokalen API antworten</translation>
    </message>
    <message>
        <source>Panic scene</source>
        <translation>Panikszene</translation>
    </message>
    <message>
        <source>Caption source</source>
        <translation>Untertitelquelle</translation>
    </message>
    <message>
        <source>Muted in panic</source>
        <translation>Stumm bei Panik</translation>
    </message>
    <message>
        <source>Address of OBS</source>
        <translation>Adresse von OBS</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Password of OBS</source>
        <translation>Passwort von OBS</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keyring, never in a file.</source>
        <translation>Liegt im Schlüsselbund des Systems, nie in einer Datei.</translation>
    </message>
    <message>
        <source>In OBS: Tools → WebSocket Server Settings.</source>
        <translation>In OBS: Werkzeuge → WebSocket-Servereinstellungen.</translation>
    </message>
    <message>
        <source>What viewers see while panic is on.</source>
        <translation>Was Zuschauer sehen, solange Panik ist.</translation>
    </message>
    <message>
        <source>Audio inputs as OBS names them, with commas between them.</source>
        <translation>Audioquellen, wie OBS sie nennt, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>A text source that shows what she says.</source>
        <translation>Eine Textquelle, die zeigt, was sie sagt.</translation>
    </message>
    <message>
        <source>The scene stays</source>
        <translation>Die Szene bleibt</translation>
    </message>
    <message>
        <source>OBS has no scene of this name; choose another one.</source>
        <translation>OBS hat keine Szene dieses Namens; wähle eine andere.</translation>
    </message>
    <message>
        <source>At most 50 names of at most 120 letters.</source>
        <translation>Höchstens 50 Namen mit höchstens 120 Buchstaben.</translation>
    </message>
    <message>
        <source>Write an address such as ws://127.0.0.1:4455.</source>
        <translation>Schreib eine Adresse wie ws://127.0.0.1:4455.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>What she says</source>
        <translation>Was sie sagt</translation>
    </message>
    <message>
        <source>Or what her mind makes words of</source>
        <translation>Oder woraus ihr Verstand Worte macht</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a sound file</source>
        <translation>Eine Klangdatei wählen</translation>
    </message>
    <message>
        <source>As your stream backend calls it; * and ? stand for anything: song-*</source>
        <translation>Wie dein Stream-Backend es nennt; * und ? stehen für alles: song-*</translation>
    </message>
    <message>
        <source>Said as it stands. {who}, {message}, {amount} and every field of the event itself are filled in.</source>
        <translation>Wird gesagt, wie es dasteht. {who}, {message}, {amount} und jedes Feld des Ereignisses selbst werden eingesetzt.</translation>
    </message>
    <message>
        <source>What her mind makes words of, in place of a line: Thank {who} with a pun about water.</source>
        <translation>Woraus ihr Verstand Worte macht, statt einer festen Zeile: Danke {who} mit einem Wortspiel über Wasser.</translation>
    </message>
    <message>
        <source>A WAV file, played with it.</source>
        <translation>Eine WAV-Datei, die dazu gespielt wird.</translation>
    </message>
    <message>
        <source>Put in {field}</source>
        <translation>{field} einsetzen</translation>
    </message>
    <message>
        <source>Put {field} into the line or the prompt</source>
        <translation>{field} in die Zeile oder die Vorgabe einsetzen</translation>
    </message>
    <message>
        <source>When this happens</source>
        <translation>Wenn das geschieht</translation>
    </message>
    <message>
        <source>She shows</source>
        <translation>Sie zeigt</translation>
    </message>
    <message>
        <source>She says</source>
        <translation>Sie sagt</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>When several wait.</source>
        <translation>Wenn mehrere warten.</translation>
    </message>
    <message>
        <source>A sound for this reaction</source>
        <translation>Ein Klang für diese Reaktion</translation>
    </message>
    <message>
        <source>As she feels</source>
        <translation>Wie ihr zumute ist</translation>
    </message>
    <message>
        <source>Like a line of chat</source>
        <translation>Wie eine Chatzeile</translation>
    </message>
    <message>
        <source>Like a moderator</source>
        <translation>Wie ein Moderator</translation>
    </message>
    <message>
        <source>Like a follow</source>
        <translation>Wie ein Follow</translation>
    </message>
    <message>
        <source>Like a raid</source>
        <translation>Wie ein Raid</translation>
    </message>
    <message>
        <source>Like a sub</source>
        <translation>Wie ein Abo</translation>
    </message>
    <message>
        <source>Like a donation</source>
        <translation>Wie eine Spende</translation>
    </message>
    <message>
        <source>Your own reactions</source>
        <translation>Deine eigenen Reaktionen</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>None yet. Add one, and she greets, dances or plays a sound at events you name.</source>
        <translation>Noch keine. Füge eine hinzu, und sie grüßt, tanzt oder spielt einen Klang bei Ereignissen, die du benennst.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>All reactions</source>
        <translation>Alle Reaktionen</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Add a reaction</source>
        <translation>Eine Reaktion hinzufügen</translation>
    </message>
    <message>
        <source>Let her do it now, with an invented event</source>
        <translation>Lass es sie jetzt tun, mit einem erfundenen Ereignis</translation>
    </message>
    <message>
        <source>What she does at events of your own making. The first that fits an event counts.</source>
        <translation>Was sie bei Ereignissen tut, die du erfunden hast. Die erste, die passt, gilt.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Stream backend</source>
        <translation>Stream-Backend</translation>
    </message>
    <message>
        <source>Address of the stream backend</source>
        <translation>Adresse des Stream-Backends</translation>
    </message>
    <message>
        <source>Worxed Stream Manager, on this machine or another.</source>
        <translation>Worxed Stream Manager, auf diesem Rechner oder einem anderen.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Only if your backend asks for one. Kept in the system&apos;s keyring.</source>
        <translation>Nur wenn dein Backend eines verlangt. Liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>React to events</source>
        <translation>Auf Ereignisse reagieren</translation>
    </message>
    <message>
        <source>Answer chat</source>
        <translation>Dem Chat antworten</translation>
    </message>
    <message>
        <source>Record the stream</source>
        <translation>Den Stream aufzeichnen</translation>
    </message>
    <message>
        <source>Replace names in recordings</source>
        <translation>Namen in Aufzeichnungen ersetzen</translation>
    </message>
    <message>
        <source>Pause between reactions</source>
        <translation>Pause zwischen Reaktionen</translation>
    </message>
    <message>
        <source>Pause between chat replies</source>
        <translation>Pause zwischen Chat-Antworten</translation>
    </message>
    <message>
        <source>Busy chat</source>
        <translation>Voller Chat</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>je Minute</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Show recordings</source>
        <translation>Aufzeichnungen zeigen</translation>
    </message>
    <message>
        <source>She thanks, welcomes and answers what happens.</source>
        <translation>Sie dankt, begrüßt und antwortet auf das, was geschieht.</translation>
    </message>
    <message>
        <source>She answers viewers who call her by name.</source>
        <translation>Sie antwortet Zuschauern, die sie beim Namen rufen.</translation>
    </message>
    <message>
        <source>Reaction pause</source>
        <translation>Reaktionspause</translation>
    </message>
    <message>
        <source>Between two reactions.</source>
        <translation>Zwischen zwei Reaktionen.</translation>
    </message>
    <message>
        <source>Chat pause</source>
        <translation>Chatpause</translation>
    </message>
    <message>
        <source>Between two replies.</source>
        <translation>Zwischen zwei Antworten.</translation>
    </message>
    <message>
        <source>Up to here she answers all who call her.</source>
        <translation>Bis hierhin antwortet sie allen, die sie rufen.</translation>
    </message>
    <message>
        <source>Older events are skipped; money never is.</source>
        <translation>Ältere Ereignisse werden übergangen; Geld nie.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Write the stream&apos;s events to a file, to replay them.</source>
        <translation>Schreibt die Ereignisse des Streams in eine Datei, um sie noch einmal abzuspielen.</translation>
    </message>
    <message>
        <source>Invented names stand for those of viewers.</source>
        <translation>Erfundene Namen stehen für die der Zuschauer.</translation>
    </message>
    <message>
        <source>Write an address such as http://localhost:4001, or leave it empty.</source>
        <translation>Schreib eine Adresse wie http://localhost:4001, oder lass es leer.</translation>
    </message>
    <message>
        <source>A field is a name between { and }, such as {who}; one of the braces stands alone.</source>
        <translation>Ein Feld ist ein Name zwischen { und }, etwa {who}; eine der Klammern steht allein.</translation>
    </message>
    <message>
        <source>Letters too many: {count}.</source>
        <translation>Buchstaben zu viel: {count}.</translation>
    </message>
    <message>
        <source>Name the event. * and ? stand for anything.</source>
        <translation>Gib dem Ereignis einen Namen. * und ? stehen für alles.</translation>
    </message>
    <message>
        <source>Only WAV files are played.</source>
        <translation>Nur WAV-Dateien werden gespielt.</translation>
    </message>
    <message>
        <source>There is no such file at the moment.</source>
        <translation>Diese Datei gibt es im Augenblick nicht.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>Write the backend&apos;s address under Connections.</source>
        <translation>Schreib die Adresse des Backends unter „Verbindungen“.</translation>
    </message>
    <message>
        <source>Looking for OBS…</source>
        <translation>Sucht OBS …</translation>
    </message>
    <message>
        <source>On air: {scene}</source>
        <translation>Auf Sendung: {scene}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>She is silent.</source>
        <translation>Sie schweigt.</translation>
    </message>
    <message>
        <source>She is silent, but OBS is not connected: what viewers see is up to you.</source>
        <translation>Sie schweigt, aber OBS ist nicht verbunden: Was Zuschauer sehen, liegt bei dir.</translation>
    </message>
    <message>
        <source>She is silent. OBS still shows “{scene}”, for no panic scene is chosen.</source>
        <translation>Sie schweigt. OBS zeigt noch „{scene}“, denn es ist keine Panikszene gewählt.</translation>
    </message>
    <message>
        <source>She is silent, and OBS shows “{scene}”.</source>
        <translation>Sie schweigt, und OBS zeigt „{scene}“.</translation>
    </message>
    <message>
        <source>She is silent, and OBS still shows “{scene}”.</source>
        <translation>Sie schweigt, und OBS zeigt noch „{scene}“.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet sich …</translation>
    </message>
    <message>
        <source>Lost, trying again</source>
        <translation>Verloren, versucht es wieder</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>{name} · Stream</source>
        <translation>{name} · Stream</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>hearing you</source>
        <translation>hört dich</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>denkt nach</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>spricht</translation>
    </message>
    <message>
        <source>microphone off</source>
        <translation>Mikrofon aus</translation>
    </message>
    <message>
        <source>not to be disturbed</source>
        <translation>nicht zu stören</translation>
    </message>
    <message>
        <source>asleep until you speak</source>
        <translation>schläft, bis du sprichst</translation>
    </message>
    <message>
        <source>not all there</source>
        <translation>nicht ganz da</translation>
    </message>
    <message>
        <source>panic, silent until you come back</source>
        <translation>Panik, still, bis du zurückkommst</translation>
    </message>
</context>
<context>
    <name>trials</name>
    <message>
        <source>She has no ears in this session. Write to her instead.</source>
        <translation>Sie hat in dieser Sitzung keine Ohren. Schreib ihr stattdessen.</translation>
    </message>
    <message>
        <source>The microphone is switched off in Vesper. Switch it on and try again.</source>
        <translation>Das Mikrofon ist in Vesper ausgeschaltet. Schalte es ein und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>She understood: “{text}”
Through {device}.</source>
        <translation>Sie verstand: „{text}“
Über {device}.</translation>
    </message>
    <message>
        <source>The microphone was switched off.</source>
        <translation>Das Mikrofon wurde ausgeschaltet.</translation>
    </message>
    <message>
        <source>She makes out what you said…</source>
        <translation>Sie hört heraus, was du gesagt hast …</translation>
    </message>
    <message>
        <source>She hears you…</source>
        <translation>Sie hört dich …</translation>
    </message>
    <message>
        <source>Say a sentence, such as: “The evening star is bright tonight.”</source>
        <translation>Sag einen Satz, etwa: „The evening star is bright tonight.“</translation>
    </message>
    <message>
        <source>She heard you, but could not make out words in time. Try again.</source>
        <translation>Sie hat dich gehört, konnte aber nicht rechtzeitig Worte erkennen. Versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing but silence comes from {device}. Is it switched off at itself, or turned down in the system&apos;s sound settings? Or choose another microphone.</source>
        <translation>Von {device} kommt nur Stille. Ist es am Gerät ausgeschaltet oder in den Toneinstellungen des Systems leise gedreht? Oder wähle ein anderes Mikrofon.</translation>
    </message>
    <message>
        <source>She heard sounds, but no words. Speak a little louder or closer, in quiet.</source>
        <translation>Sie hörte Geräusche, aber keine Worte. Sprich etwas lauter oder näher, in Ruhe.</translation>
    </message>
    <message>
        <source>She heard nobody speak. Is this the microphone before you? Try again, a little louder.</source>
        <translation>Sie hörte niemanden sprechen. Ist das das Mikrofon vor dir? Versuche es noch einmal, etwas lauter.</translation>
    </message>
    <message>
        <source>the microphone</source>
        <translation>das Mikrofon</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet sich …</translation>
    </message>
    <message>
        <source>The keyring does not answer. Unlock it and try again.</source>
        <translation>Der Schlüsselbund antwortet nicht. Entsperre ihn und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>nothing answers</source>
        <translation>es antwortet nichts</translation>
    </message>
    <message>
        <source>Connected to the stream backend at {url}.</source>
        <translation>Verbunden mit dem Stream-Backend bei {url}.</translation>
    </message>
    <message>
        <source>Connected to OBS, with scene “{scene}” on air ({count} in all).</source>
        <translation>Verbunden mit OBS, Szene „{scene}“ auf Sendung ({count} insgesamt).</translation>
    </message>
    <message>
        <source>No link to {url}: {why}. Start the backend, or correct its address and token.</source>
        <translation>Keine Verbindung zu {url}: {why}. Starte das Backend, oder berichtige Adresse und Token.</translation>
    </message>
    <message>
        <source>No link to OBS: {why}. Start OBS, switch on its WebSocket server (menu Tools) and enter its password here.</source>
        <translation>Keine Verbindung zu OBS: {why}. Starte OBS, schalte seinen WebSocket-Server ein (Menü Werkzeuge) und gib hier sein Passwort ein.</translation>
    </message>
    <message>
        <source>It has stopped.</source>
        <translation>Es ist stehengeblieben.</translation>
    </message>
    <message>
        <source>Her voice is switched off. Switch “Speak aloud” on and try again.</source>
        <translation>Ihre Stimme ist ausgeschaltet. Schalte „Laut sprechen“ ein und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Panic is on, so nothing is heard. Take it back and try again.</source>
        <translation>Panik ist an, darum ist nichts zu hören. Nimm sie zurück und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Hello! This is how I sound. Can you hear me?</source>
        <translation>Hello! This is how I sound. Can you hear me?</translation>
    </message>
    <message>
        <source>She gets ready to say a line…</source>
        <translation>Sie macht sich bereit, etwas zu sagen …</translation>
    </message>
    <message>
        <source>She is speaking through {device}.</source>
        <translation>Sie spricht über {device}.</translation>
    </message>
    <message>
        <source>Nothing was heard. Restart her voice from the panel and try again.</source>
        <translation>Es war nichts zu hören. Starte ihre Stimme im Stimmungsfeld neu und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>She made no sound. Look at the voice engine in the settings.</source>
        <translation>Sie gab keinen Ton. Sieh nach der Sprachausgabe in den Einstellungen.</translation>
    </message>
    <message>
        <source>She was interrupted before the end. Try again.</source>
        <translation>Sie wurde vor dem Ende unterbrochen. Versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Played through {device}.</source>
        <translation>Gespielt über {device}.</translation>
    </message>
    <message>
        <source>the loudspeaker</source>
        <translation>den Lautsprecher</translation>
    </message>
    <message>
        <source>She has no mind in this session.</source>
        <translation>Sie hat in dieser Sitzung keinen Verstand.</translation>
    </message>
    <message>
        <source>She thinks about it…</source>
        <translation>Sie denkt darüber nach …</translation>
    </message>
    <message>
        <source>Her mind</source>
        <translation>Ihr Verstand</translation>
    </message>
    <message>
        <source>“{answer}”
{engine}, after {seconds:.1f} s.</source>
        <translation>„{answer}“
{engine}, nach {seconds:.1f} s.</translation>
    </message>
    <message>
        <source>That was the small model by itself. In basic mode she says lines that were written for her.</source>
        <translation>Das war das kleine Modell für sich. Im Basismodus sagt sie Zeilen, die für sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>No answer came. The model may be too big for this machine; try a smaller one.</source>
        <translation>Es kam keine Antwort. Vielleicht ist das Modell zu groß für diesen Rechner; versuche ein kleineres.</translation>
    </message>
    <message>
        <source>There is no such trial.</source>
        <translation>Diese Probe gibt es nicht.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>She was started safely.</source>
        <translation>Sie wurde vorsichtig gestartet.</translation>
    </message>
    <message>
        <source>She is shown as a still picture.</source>
        <translation>Sie wird als stehendes Bild gezeigt.</translation>
    </message>
    <message>
        <source>The avatar&apos;s picture was lost: {why}.</source>
        <translation>Das Bild des Avatars ging verloren: {why}.</translation>
    </message>
</context>
</TS>
