/* Window capture of OBS without a GPU: preloaded into OBS, stands in for the one thing software rendering lacks.
 *
 * OBS turns the X pixmap of a window into an EGL image (EGL_NATIVE_PIXMAP_KHR) and that into a texture, which llvmpipe
 * under Xvfb refuses. Here the image is a token for the pixmap, and the texture made of it is filled with the pixmap's
 * pixels over the X connection, again at most FRAMES_PER_S times a second when OBS takes up its context. Alpha comes
 * as it is in 32-bit pixmaps and is full in others. Everything else goes to the real EGL.
 *
 * gcc -shared -fPIC -o obs_pixmap.so obs_pixmap.c -ldl -lxcb
 */
#define _GNU_SOURCE
#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xcb/xcb.h>

enum { FRAMES_PER_S = 30, MAX_TEXTURES = 32, MAX_TOKENS = 32, DEEP = 32 };

typedef __eglMustCastToProperFunctionPointerType Function;
typedef void (*TargetTexture)(GLenum target, EGLImage image);

typedef struct {
    bool used;
    xcb_pixmap_t pixmap;
} Token;

typedef struct {
    GLuint texture;
    xcb_pixmap_t pixmap;
    uint16_t width, height;
    uint8_t depth;
} Copy;

static Token tokens[MAX_TOKENS];
static Copy copies[MAX_TEXTURES];
static int copy_count;

static void *real(const char *name) {
    static void *library;
    if (library == NULL) library = dlopen("libEGL.so.1", RTLD_NOW | RTLD_GLOBAL);
    return library == NULL ? NULL : dlsym(library, name);
}

static Function real_function(const char *name) {
    static Function (*find)(const char *);
    if (find == NULL) find = (Function(*)(const char *))real("eglGetProcAddress");
    return find(name);
}

#define GL(name) ((__typeof__(name) *)real_function(#name))

static xcb_connection_t *x_server(void) {
    static xcb_connection_t *connection;
    if (connection == NULL) connection = xcb_connect(NULL, NULL);
    return connection;
}

static Token *token_of(EGLImage image) {
    Token *token = (Token *)image;
    bool ours = token >= tokens && token < tokens + MAX_TOKENS;
    return ours && token->used ? token : NULL;
}

/* Measure the copy's pixmap; false when it is gone. */
static bool measure(Copy *copy) {
    xcb_get_geometry_cookie_t asked = xcb_get_geometry(x_server(), copy->pixmap);
    xcb_generic_error_t *error = NULL;
    xcb_get_geometry_reply_t *size = xcb_get_geometry_reply(x_server(), asked, &error);
    free(error);
    if (size == NULL) return false;
    copy->width = size->width;
    copy->height = size->height;
    copy->depth = size->depth;
    free(size);
    return true;
}

/* Write pixels (BGRA) into the copy's texture, making its storage if `first`; leaves OBS's bindings as they were. */
static void upload(const Copy *copy, const uint8_t *pixels, bool first) {
    GLint texture = 0, buffer = 0;
    GL(glGetIntegerv)(GL_TEXTURE_BINDING_2D, &texture);
    GL(glGetIntegerv)(GL_PIXEL_UNPACK_BUFFER_BINDING, &buffer);
    GL(glBindBuffer)(GL_PIXEL_UNPACK_BUFFER, 0);
    GL(glBindTexture)(GL_TEXTURE_2D, copy->texture);
    GL(glPixelStorei)(GL_UNPACK_ALIGNMENT, 4);
    GL(glPixelStorei)(GL_UNPACK_ROW_LENGTH, 0);
    GLsizei width = copy->width, height = copy->height;
    if (first)
        GL(glTexImage2D)(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_BGRA, GL_UNSIGNED_BYTE, pixels);
    else
        GL(glTexSubImage2D)(GL_TEXTURE_2D, 0, 0, 0, width, height, GL_BGRA, GL_UNSIGNED_BYTE, pixels);
    GL(glBindTexture)(GL_TEXTURE_2D, (GLuint)texture);
    GL(glBindBuffer)(GL_PIXEL_UNPACK_BUFFER, (GLuint)buffer);
}

/* Take over what the pixmap shows now; false when it is gone. */
static bool refresh(const Copy *copy, bool first) {
    xcb_get_image_cookie_t asked = xcb_get_image(
        x_server(), XCB_IMAGE_FORMAT_Z_PIXMAP, copy->pixmap, 0, 0, copy->width, copy->height, ~0u);
    xcb_generic_error_t *error = NULL;
    xcb_get_image_reply_t *picture = xcb_get_image_reply(x_server(), asked, &error);
    free(error);
    if (picture == NULL) return false;
    uint8_t *pixels = xcb_get_image_data(picture);
    if (copy->depth != DEEP)
        for (size_t alpha = 3; alpha < (size_t)copy->width * copy->height * 4; alpha += 4) pixels[alpha] = 255;
    upload(copy, pixels, first);
    free(picture);
    return true;
}

static void target_texture(GLenum target, EGLImage image) {
    const Token *token = token_of(image);
    if (token == NULL) {
        TargetTexture pass_on = (TargetTexture)real_function("glEGLImageTargetTexture2DOES");
        if (pass_on != NULL) pass_on(target, image);
        return;
    }
    GLint texture = 0;
    GL(glGetIntegerv)(GL_TEXTURE_BINDING_2D, &texture);
    int place = 0;
    while (place < copy_count && copies[place].texture != (GLuint)texture) place++;
    if (place == MAX_TEXTURES) return;
    copies[place] = (Copy){.texture = (GLuint)texture, .pixmap = token->pixmap};
    if (place == copy_count) copy_count++;
    if (!measure(&copies[place]) || !refresh(&copies[place], true)) copies[place] = copies[--copy_count];
}

static void refresh_all(void) {
    static double due_s;
    struct timespec clock;
    clock_gettime(CLOCK_MONOTONIC, &clock);
    double now_s = (double)clock.tv_sec + (double)clock.tv_nsec / 1e9;
    if (now_s < due_s) return;
    due_s = now_s + 1.0 / FRAMES_PER_S;
    for (int place = 0; place < copy_count; place++)
        if (!refresh(&copies[place], false)) copies[place--] = copies[--copy_count];
}

EGLImage eglCreateImage(EGLDisplay display, EGLContext context, EGLenum target, EGLClientBuffer buffer,
                        const EGLAttrib *attributes) {
    __typeof__(eglCreateImage) *pass_on = (__typeof__(eglCreateImage) *)real("eglCreateImage");
    EGLImage image = pass_on(display, context, target, buffer, attributes);
    if (image != EGL_NO_IMAGE || target != EGL_NATIVE_PIXMAP_KHR) return image;
    for (int place = 0; place < MAX_TOKENS; place++)
        if (!tokens[place].used) {
            tokens[place] = (Token){.used = true, .pixmap = (xcb_pixmap_t)(uintptr_t)buffer};
            return (EGLImage)&tokens[place];
        }
    return EGL_NO_IMAGE;
}

EGLBoolean eglDestroyImage(EGLDisplay display, EGLImage image) {
    Token *token = token_of(image);
    if (token != NULL) {
        token->used = false;
        return EGL_TRUE;
    }
    return ((__typeof__(eglDestroyImage) *)real("eglDestroyImage"))(display, image);
}

Function eglGetProcAddress(const char *name) {
    if (strcmp(name, "glEGLImageTargetTexture2DOES") == 0) return (Function)target_texture;
    return real_function(name);
}

EGLBoolean eglMakeCurrent(EGLDisplay display, EGLSurface draw, EGLSurface read, EGLContext context) {
    EGLBoolean done = ((__typeof__(eglMakeCurrent) *)real("eglMakeCurrent"))(display, draw, read, context);
    if (done && context != EGL_NO_CONTEXT) refresh_all();
    return done;
}
