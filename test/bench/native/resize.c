/*
 * The yardstick: what one thread of native code needs for the same work. JPEG in memory -> decoded at the smallest n/8 that
 * is still `least` times the target -> Lanczos3 -> JPEG at quality 85 in memory.
 * Usage: resize LEAST ROUNDS FILE WIDTH HEIGHT [FILE WIDTH HEIGHT ...]; sizes are those of the stored picture, not turned.
 * Prints for each file: "n milliseconds bytes", n the eighths, the milliseconds of the median round.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <jpeglib.h>

typedef float Pixel __attribute__((vector_size(16)));
typedef uint8_t Bytes __attribute__((vector_size(4)));

typedef struct {
  int width, height;
  uint8_t *rgbx;
} Picture;

/* For each target position: the first source position, how many, and their weights. */
typedef struct {
  int *first, *count, most;
  float *weights;
} Taps;

static double now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void *must(void *memory) {
  if (!memory) {
    fprintf(stderr, "out of memory\n");
    exit(1);
  }
  return memory;
}

static double lanczos3(double x) {
  if (x == 0) return 1;
  if (x <= -3 || x >= 3) return 0;
  double t = x * M_PI;
  return 3 * sin(t) * sin(t / 3) / (t * t);
}

/* As Pillow does: the kernel as wide as the reduction, cut at the edges, its sum made 1. */
static Taps make_taps(int from, int to) {
  double scale = (double)from / to, filter = scale > 1 ? scale : 1, reach = 3 * filter;
  Taps taps = {must(malloc(to * sizeof(int))), must(malloc(to * sizeof(int))), (int)ceil(reach) * 2 + 1, NULL};
  taps.weights = must(calloc((size_t)to * taps.most, sizeof(float)));
  for (int i = 0; i < to; i++) {
    double centre = (i + 0.5) * scale, sum = 0;
    int low = (int)(centre - reach + 0.5), high = (int)(centre + reach + 0.5);
    if (low < 0) low = 0;
    if (high > from) high = from;
    float *weights = taps.weights + (size_t)i * taps.most;
    for (int k = low; k < high; k++) sum += weights[k - low] = lanczos3((k - centre + 0.5) / filter);
    for (int k = low; k < high; k++) weights[k - low] /= sum;
    taps.first[i] = low;
    taps.count[i] = high - low;
  }
  return taps;
}

static void free_taps(Taps taps) {
  free(taps.first);
  free(taps.count);
  free(taps.weights);
}

static inline uint8_t level(float value) { return value <= 0 ? 0 : value >= 255 ? 255 : (uint8_t)(value + 0.5f); }

/* Rows first: long runs of the same weight; then the columns of what is left. */
static Picture resample(Picture source, int width, int height) {
  Taps down = make_taps(source.height, height), across = make_taps(source.width, width);
  Picture target = {width, height, must(malloc((size_t)width * height * 4))};
  size_t stride = (size_t)source.width * 4;
  float *row = must(malloc(stride * sizeof(float)));
  for (int y = 0; y < height; y++) {
    memset(row, 0, stride * sizeof(float));
    for (int k = 0; k < down.count[y]; k++) {
      const uint8_t *from = source.rgbx + (size_t)(down.first[y] + k) * stride;
      float weight = down.weights[(size_t)y * down.most + k];
      for (size_t x = 0; x < stride; x++) row[x] += weight * from[x];
    }
    uint8_t *to = target.rgbx + (size_t)y * width * 4;
    for (int x = 0; x < width; x++) {
      const float *weights = across.weights + (size_t)x * across.most;
      const Pixel *from = (const Pixel *)row + across.first[x];
      Pixel sum = {0, 0, 0, 0};
      for (int k = 0; k < across.count[x]; k++) sum += from[k] * weights[k];
      for (int channel = 0; channel < 4; channel++) to[x * 4 + channel] = level(sum[channel]);
    }
  }
  free(row);
  free_taps(down);
  free_taps(across);
  return target;
}

static Picture decode(const uint8_t *file, size_t bytes, int width, int height, double least, int *eighths) {
  struct jpeg_decompress_struct decoder;
  struct jpeg_error_mgr errors;
  decoder.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&decoder);
  jpeg_mem_src(&decoder, file, bytes);
  jpeg_read_header(&decoder, TRUE);
  decoder.scale_denom = 8;
  for (decoder.scale_num = 1; decoder.scale_num < 8; decoder.scale_num++) {
    jpeg_calc_output_dimensions(&decoder);
    if (decoder.output_width >= least * width && decoder.output_height >= least * height) break;
  }
  *eighths = decoder.scale_num;
  decoder.out_color_space = JCS_EXT_RGBX;
  jpeg_start_decompress(&decoder);
  Picture picture = {decoder.output_width, decoder.output_height, NULL};
  size_t stride = (size_t)picture.width * 4;
  picture.rgbx = must(malloc(stride * picture.height));
  while (decoder.output_scanline < decoder.output_height) {
    uint8_t *rows[8];
    for (int i = 0; i < 8; i++) rows[i] = picture.rgbx + stride * (decoder.output_scanline + i);
    int left = decoder.output_height - decoder.output_scanline;
    jpeg_read_scanlines(&decoder, rows, left < 8 ? left : 8);
  }
  jpeg_finish_decompress(&decoder);
  jpeg_destroy_decompress(&decoder);
  return picture;
}

static unsigned long encode(Picture picture) {
  struct jpeg_compress_struct encoder;
  struct jpeg_error_mgr errors;
  unsigned char *file = NULL;
  unsigned long bytes = 0;
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  jpeg_mem_dest(&encoder, &file, &bytes);
  encoder.image_width = picture.width;
  encoder.image_height = picture.height;
  encoder.input_components = 4;
  encoder.in_color_space = JCS_EXT_RGBX;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, 85, TRUE);
  jpeg_start_compress(&encoder, TRUE);
  while (encoder.next_scanline < encoder.image_height) {
    uint8_t *row = picture.rgbx + (size_t)encoder.next_scanline * picture.width * 4;
    jpeg_write_scanlines(&encoder, &row, 1);
  }
  jpeg_finish_compress(&encoder);
  jpeg_destroy_compress(&encoder);
  free(file);
  return bytes;
}

static int ascending(const void *one, const void *other) {
  double difference = *(const double *)one - *(const double *)other;
  return (difference > 0) - (difference < 0);
}

static uint8_t *read_file(const char *path, size_t *bytes) {
  FILE *file = fopen(path, "rb");
  if (!file) {
    perror(path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  *bytes = ftell(file);
  rewind(file);
  uint8_t *content = must(malloc(*bytes));
  if (fread(content, 1, *bytes, file) != *bytes) {
    perror(path);
    exit(1);
  }
  fclose(file);
  return content;
}

int main(int count, char **arguments) {
  if (count < 6 || (count - 3) % 3 != 0) {
    fprintf(stderr, "resize LEAST ROUNDS FILE WIDTH HEIGHT [...]\n");
    return 2;
  }
  double least = atof(arguments[1]);
  int rounds = atoi(arguments[2]);
  double *times = must(malloc(rounds * sizeof(double)));
  for (int at = 3; at < count; at += 3) {
    size_t bytes;
    uint8_t *file = read_file(arguments[at], &bytes);
    int width = atoi(arguments[at + 1]), height = atoi(arguments[at + 2]), eighths = 8;
    unsigned long made = 0;
    for (int turn = 0; turn < rounds; turn++) {
      double started = now_ms();
      Picture source = decode(file, bytes, width, height, least, &eighths);
      Picture target = resample(source, width, height);
      made = encode(target);
      times[turn] = now_ms() - started;
      free(source.rgbx);
      free(target.rgbx);
    }
    qsort(times, rounds, sizeof(double), ascending);
    printf("%d %.3f %lu\n", eighths, times[rounds / 2], made);
    free(file);
  }
  free(times);
  return 0;
}
