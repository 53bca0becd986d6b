#pragma once
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

// The engine's hot loops, compiled once per instruction set; all of them give the same bits.
//
// Rows of numbers are padded to TB_LANES floats or a multiple of TB_PANEL, and start on 64-byte boundaries.
// Weights are stored in panels of TB_PANEL columns, each panel contiguous, so that one panel fits the caches.

#define TB_LANES 16
#define TB_PANEL 32

/// Instruction sets, in rising order of preference.
enum { TB_GENERIC = 0, TB_NEON = 1, TB_AVX2 = 2, TB_AVX512 = 3, TB_ISA_COUNT = 4 };

/// The left factor of a product: element (i, k) stands at data[i * row + k * column].
typedef struct {
  const float *data;
  ptrdiff_t row, column;
} tb_left;

/// The right factor or the result: row r of the panel p starts at data[p * panel + r * row].
typedef struct {
  float *data;
  ptrdiff_t row, panel;
} tb_panels;

/// What becomes of a product.
typedef struct {
  /// Added to each row of the product, or NULL; `columns` floats.
  const float *bias;
  /// Where not zero, the result is `c + scale * product` (one rounding); else the product itself.
  float scale;
} tb_finish;

/// Columns that are read together where a sparse matrix is read down its columns.
#define TB_GROUP 4

/// Some rows of a matrix with few numbers that are not zero. Either the numbers are bytes, each standing for
/// table[byte], or `table` is NULL and they are floats.
typedef struct {
  /// Which rows, in order.
  const int32_t *rows;
  /// How many of `rows` may be read, so that what coming rows need can be fetched early.
  size_t available;
  /// Columns of the matrix.
  size_t width;

  /// For each row `group_words` words; bit g tells whether columns TB_GROUP * g ... are not all zero.
  const uint64_t *groups;
  size_t group_words;
  /// The groups of row r that are not all zero are quad_starts[r] ..< quad_starts[r + 1].
  const uint64_t *quad_starts;

  /// For bytes, the numbers of each such group, the first lowest.
  const uint32_t *quads;
  /// table[byte] = byte * table[1].
  const float *table;
  /// For bytes, the non-zero numbers of row r are starts[r] ..< starts[r + 1] of `steps`.
  const uint64_t *starts;
  /// `step << 8 | byte`, with the step from the column before (from 0 at first). Longer steps are broken up by
  /// entries of byte zero.
  const uint16_t *steps;

  /// For floats, the numbers of each group that is not all zero, and its first column.
  const float *float_quads;
  const uint32_t *columns;
} tb_sparse;

/// The numbers first ..< last.
typedef struct {
  size_t first, last;
} tb_range;

/// The patches of samples that a convolution weighs. Term i * length + j of the patch for the output at (y, x) is
/// data[sample * s + row * y + column * x + offsets[i] + j].
typedef struct {
  const float *data;
  ptrdiff_t sample, row, column;
  const ptrdiff_t *offsets;
  size_t runs, length;
  /// For each run the rows of outputs at which it is not all zero, or NULL where it is read at all of them.
  const tb_range *rows;
} tb_patches;

/// Windows that slide over images of height * width positions with some channels, and begin `before` them.
typedef struct {
  size_t height, width, channels, out_height, out_width;
  size_t size_y, size_x, stride_y, stride_x, before_y, before_x;
} tb_windows;

/// An activation of one number: y = f(z), and g *= f'(z).
typedef struct {
  void (*forward)(size_t count, float option, const float *z, float *y);
  void (*backward)(size_t count, float option, const float *z, float *g);
} tb_activation;

typedef struct {
  const char *name;

  /// c (m × columns) = a (m × k) · b (k × columns); `columns` counts padded columns.
  /// Each element is one chain of fused multiply-adds from +0, k ascending.
  /// `scratch` holds k × TB_PANEL floats.
  void (*multiply)(size_t m, size_t columns, size_t k, tb_left a, tb_panels b, tb_panels c, tb_finish finish,
                   float *scratch);

  /// As `multiply`, with a sparse left factor; the zeros it leaves out would not change a bit.
  /// The rows of b are as long as a panel is wide.
  void (*multiply_sparse)(size_t m, size_t columns, tb_sparse a, tb_panels b, tb_panels c, tb_finish finish);

  /// c (width × columns) = aᵀ · b for a sparse a (m × width), or where `scale` is not zero
  /// c += scale * aᵀ · b. `scratch` holds tb_scratch(m, width) floats.
  void (*multiply_sparse_transposed)(size_t m, size_t columns, tb_sparse a, const float *b, ptrdiff_t b_row,
                                     tb_panels c, float scale, float *scratch);

  /// b (columns × rows) = aᵀ for a (rows × columns), both in panels; the padding of b stays.
  void (*transpose)(size_t rows, size_t columns, tb_panels a, tb_panels b);

  /// sums (columns) = the sum of the rows of a, each one chain of additions from +0.
  void (*column_sums)(size_t rows, size_t columns, const float *a, ptrdiff_t row, float *sums);

  /// c += scale * a, one rounding.
  void (*add_scaled)(size_t count, float scale, const float *a, float *c);

  /// velocity = momentum * velocity - rate * gradient; the weights move by it, or by Nesterov's look ahead.
  void (*sgd_momentum)(size_t count, float rate, float momentum, int nesterov, const float *gradient,
                       float *velocity, float *weights);

  /// mean += first * (gradient - mean); square += second * (gradient² - square);
  /// weights -= rate * mean / (sqrt(square) + epsilon).
  void (*adam)(size_t count, float rate, float first, float second, float epsilon, const float *gradient,
               float *mean, float *square, float *weights);
  /// As `adam`, with the largest square so far in place of the square in the step.
  void (*amsgrad)(size_t count, float rate, float first, float second, float epsilon, const float *gradient,
                  float *mean, float *square, float *largest, float *weights);

  /// square = keep * square + fresh * gradient²; step = rate * gradient / sqrt(square + epsilon);
  /// weights -= step. Unless NULL, mean = keep * mean + fresh * gradient, whose square is taken off `square` in
  /// the step, and sum = momentum * sum + step is what the weights move by.
  void (*rmsprop)(size_t count, float rate, float keep, float fresh, float momentum, float epsilon,
                  const float *gradient, float *square, float *mean, float *sum, float *weights);

  /// sum += gradient²; weights -= rate * gradient / sqrt(sum + start).
  void (*adagrad)(size_t count, float rate, float start, const float *gradient, float *sum, float *weights);

  /// square = keep * square + fresh * gradient²; weights -= rate * step for
  /// step = sqrt(steps + epsilon) * gradient / sqrt(square + epsilon); steps = keep * steps + fresh * step².
  void (*adadelta)(size_t count, float rate, float keep, float fresh, float epsilon, const float *gradient,
                   float *square, float *steps, float *weights);

  /// The means of `adam`; weights -= (mean_rate * mean + gradient_rate * gradient) / (sqrt(scale * square) +
  /// epsilon).
  void (*nadam)(size_t count, float mean_rate, float gradient_rate, float first, float second, float scale,
                float epsilon, const float *gradient, float *mean, float *square, float *weights);

  /// mean += first * (gradient - mean); largest = max(keep * largest, |gradient|);
  /// weights -= rate * mean / (largest + epsilon).
  void (*adamax)(size_t count, float rate, float first, float keep, float epsilon, const float *gradient,
                 float *mean, float *largest, float *weights);

  /// weights -= rate * sign(keep * mean + fresh * gradient); mean = mean_keep * mean + mean_fresh * gradient.
  void (*lion)(size_t count, float rate, float keep, float fresh, float mean_keep, float mean_fresh,
               const float *gradient, float *mean, float *weights);

  /// a *= factor.
  void (*scale)(size_t count, float factor, float *a);
  /// Each number is kept within ± limit; a NaN stays.
  void (*clip)(size_t count, float limit, float *a);
  /// The sum of squares in double: chain i of TB_LANES sums the numbers i, i + TB_LANES, … in order, and the sums of
  /// the chains are added in order.
  double (*sum_of_squares)(size_t count, const float *a);
  /// The sum of magnitudes, in the same order.
  double (*sum_of_magnitudes)(size_t count, const float *a);
  /// c += scale * sign(a), one rounding; the sign of 0 is 0.
  void (*add_signs)(size_t count, float scale, const float *a, float *c);

  void (*sigmoid)(size_t count, const float *z, float *y);
  /// g *= y * (1 - y).
  void (*sigmoid_backward)(size_t count, const float *y, float *g);
  void (*tanh)(size_t count, const float *z, float *y);
  /// g *= 1 - y².
  void (*tanh_backward)(size_t count, const float *y, float *g);
  void (*relu)(size_t count, const float *z, float *y);
  /// g = y > 0 ? g : 0.
  void (*relu_backward)(size_t count, const float *y, float *g);

  void (*gelu)(size_t count, const float *z, float *y);
  /// g *= the slope of gelu at z.
  void (*gelu_backward)(size_t count, const float *z, float *g);

  /// The option is alpha of `elu` and the negative slope of `leaky_relu`; the others have none.
  tb_activation elu, selu, leaky_relu, relu6, silu, mish, softplus, softsign, hard_sigmoid, hard_silu,
      exponential, gelu_approximate;

  /// The logarithm of the softmax of each row's first `columns` numbers; the padding becomes zero.
  void (*log_softmax)(size_t rows, size_t columns, ptrdiff_t row, const float *z, float *y);
  /// g -= e^y * the sum of the row's g.
  void (*log_softmax_backward)(size_t rows, size_t columns, ptrdiff_t row, const float *y, float *g);

  /// Softmax of each row's first `columns` numbers; the padding becomes zero.
  void (*softmax)(size_t rows, size_t columns, ptrdiff_t row, const float *z, float *y);

  /// How many rows have their first largest number at their label.
  size_t (*count_right)(size_t rows, size_t columns, ptrdiff_t row, const float *y, const int32_t *labels);

  /// For probabilities p and the class of each row, Keras's categorical cross-entropy:
  /// losses[r] = -ln q for q = p[label] / Σp, clipped to [lower, upper]; `losses` is padded to TB_LANES.
  void (*crossentropy)(size_t rows, size_t columns, ptrdiff_t row, const float *p, const int32_t *labels,
                       float lower, float upper, float *losses);

  /// Its gradient by the inputs of the softmax that gave p: (p - one-hot) * share, or zero where q was clipped.
  void (*crossentropy_softmax_backward)(size_t rows, size_t columns, ptrdiff_t row, const float *p,
                                        const int32_t *labels, float lower, float upper, float share, float *g);

  // One step of a recurrent layer. Each row of z, and of u, holds the gates side by side, `width` floats each: whole
  // registers. The other arrays have one row for each sample too, `row` floats apart. `before` is the step before,
  // or NULL at the first. `incoming` is the gradient of the output of this step, or NULL where nothing reads it;
  // `gradient` that of the state from the step after.

  /// Sums of the gates i, f, c, o become their values; cells = f * before + i * c; states = o * squashed, with
  /// squashed = tanh(cells).
  void (*lstm_forward)(size_t rows, size_t width, float *z, ptrdiff_t z_row, const float *before, float *cells,
                       float *squashed, float *states, ptrdiff_t row);
  /// Values of the gates become the gradients of their sums; `cell_gradient` becomes that of the step before.
  void (*lstm_backward)(size_t rows, size_t width, float *z, ptrdiff_t z_row, const float *before,
                        const float *squashed, const float *incoming, ptrdiff_t incoming_row,
                        const float *gradient, float *cell_gradient, ptrdiff_t row);

  /// With the inputs' part of the sums of z, r, h in z and the states' part in u, z becomes the values
  /// h = tanh(z_h + r * u_h), and states = z * before + (1 - z) * h.
  void (*gru_forward)(size_t rows, size_t width, float *z, const float *u, ptrdiff_t z_row, const float *before,
                      float *states, ptrdiff_t row);
  /// z and u become the gradients of both parts, and `gradient` its direct share for the step before.
  void (*gru_backward)(size_t rows, size_t width, float *z, float *u, ptrdiff_t z_row, const float *before,
                       const float *incoming, ptrdiff_t incoming_row, float *gradient, ptrdiff_t row);

  /// Sums of z and r become their values; reset = r * before.
  void (*gru_reset)(size_t rows, size_t width, float *z, ptrdiff_t z_row, const float *before, float *reset,
                    ptrdiff_t row);
  /// The sum of h becomes its value; states = z * before + (1 - z) * h.
  void (*gru_candidate)(size_t rows, size_t width, float *z, ptrdiff_t z_row, const float *before, float *states,
                        ptrdiff_t row);
  /// z and h become the gradients of their sums, and `gradient` its direct share for the step before.
  void (*gru_candidate_backward)(size_t rows, size_t width, float *z, ptrdiff_t z_row, const float *before,
                                 const float *incoming, ptrdiff_t incoming_row, float *gradient, ptrdiff_t row);
  /// With the gradient of `reset`, r becomes that of its sum; gradient += r * reset_gradient.
  void (*gru_reset_backward)(size_t rows, size_t width, float *z, ptrdiff_t z_row, const float *before,
                             const float *reset_gradient, float *gradient, ptrdiff_t row);

  void (*exp)(size_t count, const float *x, float *y);
  void (*log)(size_t count, const float *x, float *y);
  void (*erf)(size_t count, const float *x, float *y);

  /// The words that `tb_philox_fill` gives.
  void (*random_words)(uint64_t key, uint32_t tag, uint32_t epoch, uint64_t first, size_t blocks, uint32_t *output);

  /// y = 0 where the upper 24 bits of a word are below `limit`, else x * scale.
  void (*drop)(size_t count, const uint32_t *words, uint32_t limit, float scale, const float *x, float *y);

  /// c (samples · height · width rows) = patches · b + bias; `columns` leaves out the padding, `bias` may be NULL.
  void (*convolve)(size_t samples, size_t height, size_t width, size_t columns, tb_patches patches, tb_panels b,
                   float *c, ptrdiff_t c_row, const float *bias);

  /// Rows first ..< last of c += patchesᵀ · b: the sums in c go on, position by position.
  void (*convolve_gradient)(size_t samples, size_t height, size_t width, size_t columns, tb_patches patches,
                            size_t first, size_t last, const float *b, ptrdiff_t b_row, tb_panels c);

  /// The largest number of each window; rows are `stride` floats apart, one for each position.
  void (*max_pool)(size_t samples, tb_windows windows, ptrdiff_t stride, const float *x, float *y);
  /// x_gradient = the sum of the gradients of the windows whose first largest number is there.
  void (*max_pool_backward)(size_t samples, tb_windows windows, ptrdiff_t stride, const float *x, const float *y,
                            const float *g, float *x_gradient);
  /// The mean over the part of each window that lies within the image.
  void (*average_pool)(size_t samples, tb_windows windows, ptrdiff_t stride, const float *x, float *y);
  /// x_gradient = the sum of the shares of the windows.
  void (*average_pool_backward)(size_t samples, tb_windows windows, ptrdiff_t stride, const float *g,
                                float *x_gradient);

  /// The mean and the variance (by `rows`) of each column.
  void (*channel_moments)(size_t rows, size_t columns, ptrdiff_t row, const float *x, float *means,
                          float *variances);
  /// y = x * scale + shift, column by column, one rounding.
  void (*scale_channels)(size_t rows, size_t columns, ptrdiff_t row, const float *x, const float *scale,
                         const float *shift, float *y);
  /// The sums over the rows of g * (x - mean) * inverse and of g.
  void (*channel_gradients)(size_t rows, size_t columns, ptrdiff_t row, const float *x, const float *means,
                            const float *inverse, const float *g, float *gamma_sums, float *beta_sums);
  /// g = factor * (g - beta_mean - (x - mean) * inverse * gamma_mean).
  void (*normalization_backward)(size_t rows, size_t columns, ptrdiff_t row, const float *x, const float *means,
                                 const float *inverse, const float *factor, const float *gamma_means,
                                 const float *beta_means, float *g);
} tb_kernels;

/// The kernels of an instruction set, or NULL where this build or this processor lacks it.
const tb_kernels *tb_kernels_for(int isa);

/// Quads that a product with a transposed sparse factor lists at a time, and up to one more for each row.
#define TB_LISTED 8192

/// Asks the system to back memory, which starts at a page's border, with large pages; it may not.
void tb_prefer_huge_pages(void *start, size_t bytes);

/// Tells the processor that the thread waits for another one.
static inline void tb_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// The working space for a product with a transposed sparse factor.
static inline size_t tb_scratch(size_t m, size_t width) {
  const size_t masks = (m + 63) / 64 * (width / TB_GROUP + 64);
  return 2 * masks + m * (TB_PANEL + 2) + width / TB_GROUP + (TB_GROUP + 1) * (TB_LISTED + m) + 64;
}

size_t tb_count_nonzero_bytes(const uint8_t *bytes, size_t count);

/// Indexes the rows for `tb_sparse`. `starts` and `quad_starts` have rows + 1 places, `groups` is zero; for n
/// non-zero bytes `steps` has n + rows * (width / 128) places, and `quads` n.
void tb_index_bytes(const uint8_t *bytes, size_t rows, size_t width, uint64_t *starts, uint16_t *steps,
                    uint64_t *groups, size_t group_words, uint64_t *quad_starts, uint32_t *quads);

/// Memory for what is read in random order: in large pages where the system has them. `free` gives it back.
void *tb_allocate_large(size_t bytes);

/// floats[i] = bytes[i] * scale.
void tb_convert_bytes(const uint8_t *bytes, size_t count, float scale, float *floats);

/// Philox4x32-10: the block of random numbers at a counter.
void tb_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t output[4]);

/// `count` words of the stream at counter (block, hi, epoch, tag), block = first, first + 1, …
void tb_philox_fill(uint64_t key, uint32_t tag, uint32_t epoch, uint64_t first, size_t blocks, uint32_t *output);
