"""What she does right now: phase, face, hands, cursor and time in, a `Pose` out.

`Performance` decides everything a body does by itself: where she looks, how head and body sway, when she blinks and
breathes, which motion plays, how long she rests between two and what small thing she does meanwhile, what a touch, a
stroke or a fall does to her. It knows no clock and no dice: time comes with every call, chance is a function returning
0..1 given at birth, so the same calls give the same poses. Called once per frame, up to 60 times a second.

It does not choose faces: those come with `Perform` from the core, which hears of touches by events. Nothing here ever
jumps, at whatever rate it is asked: whatever starts, starts from where it is, in the frame in which it starts.

    pose       the values in and out                 look       where she looks, and how head and body follow
    habits     what each feeling makes her do        lids breath speaking    eyes, chest, mouth and stress
    small      her small motions                     cursor carried hands    what the user does to her
    motions    the model's motions                   acting     all of it, added up

Directions are hers as seen on the screen: x to the right, y up, angles in degrees, gaze -1..1.
"""

from models.performance.acting import Performance
from models.performance.pose import Around, Pose

__all__ = ["Around", "Performance", "Pose"]
