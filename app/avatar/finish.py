"""The last touch on a frame: mirrored, or set on a ground of one colour with a clean edge. Costs nothing when not worn.

On a ground every pixel is either hers, in her own colour, or the ground's: no mixture of the two is left for a colour
key to miss, and no dark rim where a window can only be cut to a shape.

She is drawn into a picture of its own and copied to the window by a shader. Needs a current OpenGL context.
"""

from __future__ import annotations

from array import array

from PySide6.QtGui import QColor, QOpenGLContext, QVector4D
from PySide6.QtOpenGL import (
    QOpenGLBuffer,
    QOpenGLFramebufferObject,
    QOpenGLShader,
    QOpenGLShaderProgram,
)

from app.avatar.touch import Touch

_TRIANGLE_STRIP, _FLOAT = 0x0005, 0x1406
_TEXTURE_2D, _TEXTURE0, _BLEND, _CULL_FACE, _SCISSOR = 0x0DE1, 0x84C0, 0x0BE2, 0x0B44, 0x0C11
_CORNERS = array("f", (-1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0))
_VERTEX = """
attribute highp vec2 corner;
uniform highp float way;
varying highp vec2 spot;
void main() {
    spot = vec2(0.5 + 0.5 * way * corner.x, 0.5 + 0.5 * corner.y);
    gl_Position = vec4(corner, 0.0, 1.0);
}
"""
_FRAGMENT = """
uniform sampler2D drawn;
uniform lowp vec4 ground;
uniform lowp float edge;
varying highp vec2 spot;
void main() {
    mediump vec4 hers = texture2D(drawn, spot);
    if (ground.a < 0.5) gl_FragColor = hers;
    else if (hers.a >= edge) gl_FragColor = vec4(min(hers.rgb / hers.a, 1.0), 1.0);
    else gl_FragColor = ground;
}
"""


class Finish:
    """Draws frames into a picture and copies them to the window. Raises ValueError when OpenGL cannot."""

    def __init__(self) -> None:
        self._program = QOpenGLShaderProgram()
        kinds = QOpenGLShader.ShaderTypeBit
        made = self._program.addShaderFromSourceCode(kinds.Vertex, _VERTEX)
        made = made and self._program.addShaderFromSourceCode(kinds.Fragment, _FRAGMENT)
        self._program.bindAttributeLocation("corner", 0)
        if not made or not self._program.link():
            raise ValueError(self._program.log())
        self._corners = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._corners.create()
        self._corners.bind()
        self._corners.allocate(_CORNERS.tobytes(), _CORNERS.itemsize * len(_CORNERS))
        self._corners.release()
        self._picture: QOpenGLFramebufferObject | None = None

    def begin(self, width: int, height: int) -> None:
        """Let what is drawn from now on go into the picture, of this many pixels."""
        picture = self._picture
        if picture is None or (picture.width(), picture.height()) != (width, height):
            self._picture = picture = QOpenGLFramebufferObject(width, height)
        if not picture.bind():
            raise ValueError("no picture can be drawn into")

    def end(self, touch: Touch) -> None:
        """Copy the picture to the window; what is drawn or read from now on is the window."""
        picture, program = self._picture, self._program
        if picture is None:
            return
        picture.release()
        gl = QOpenGLContext.currentContext().functions()
        for state in (_BLEND, _CULL_FACE, _SCISSOR):
            gl.glDisable(state)
        gl.glViewport(0, 0, picture.width(), picture.height())
        gl.glActiveTexture(_TEXTURE0)
        gl.glBindTexture(_TEXTURE_2D, picture.texture())
        program.bind()
        program.setUniformValue1i(program.uniformLocation("drawn"), 0)
        program.setUniformValue1f(program.uniformLocation("way"), -1.0 if touch.mirrored else 1.0)
        program.setUniformValue(program.uniformLocation("ground"), _vector(touch.ground))
        program.setUniformValue1f(program.uniformLocation("edge"), touch.edge)
        self._corners.bind()
        program.enableAttributeArray(0)
        program.setAttributeBuffer(0, _FLOAT, 0, 2)
        gl.glDrawArrays(_TRIANGLE_STRIP, 0, 4)
        program.disableAttributeArray(0)
        self._corners.release()
        program.release()
        gl.glBindTexture(_TEXTURE_2D, 0)

    def close(self) -> None:
        """Give the OpenGL objects back."""
        self._picture = None
        self._corners.destroy()
        self._program.removeAllShaders()


def _vector(colour: str) -> QVector4D:
    if not colour:
        return QVector4D(0.0, 0.0, 0.0, 0.0)
    ground = QColor(colour)
    return QVector4D(ground.redF(), ground.greenF(), ground.blueF(), 1.0)
