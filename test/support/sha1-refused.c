/*
 * An OpenSSL 3 provider that is the default one in everything, except that it refuses RSA signatures
 * over SHA-1, as the crypto policy of RHEL 9 and its kin does, with the same error. It runs inside of
 * the OpenSSL that loads it, and calls that OpenSSL's public functions alone.
 *
 * What it needs of OpenSSL's headers is written out here (core.h, core_dispatch.h, core_names.h,
 * err.h), so that a C compiler is all that it takes: provider(7) keeps these numbers stable.
 */
#include <stddef.h>
#include <string.h>
#include <strings.h>

typedef struct { int id; void (*function)(void); } OSSL_DISPATCH;
typedef struct { const char *names, *properties; const OSSL_DISPATCH *implementation; const char *description; } OSSL_ALGORITHM;
typedef struct { const char *key; unsigned int type; void *data; size_t size, returned; } OSSL_PARAM;

extern void *OSSL_LIB_CTX_new(void);
extern void *OSSL_PROVIDER_load(void *context, const char *name);
extern void *OSSL_PROVIDER_get0_provider_ctx(const void *provider);
extern const OSSL_ALGORITHM *OSSL_PROVIDER_query_operation(const void *provider, int operation, int *no_cache);
extern void ERR_new(void);
extern void ERR_set_error(int library, int reason, const char *format, ...);

enum { QUERY_OPERATION = 1027, SIGNATURE = 12, DIGEST_SIGN_INIT = 8, DIGEST_VERIFY_INIT = 12, SET_CTX_PARAMS = 20 };
enum { ERR_LIB_EVP = 6, EVP_R_INVALID_DIGEST = 152 };

typedef int digest_init(void *context, const char *digest, void *key, const OSSL_PARAM *params);
typedef int set_params(void *context, const OSSL_PARAM *params);

static void *default_provider;
static digest_init *sign_init, *verify_init;
static set_params *set_ctx_params;

static int refuse(void) {
  ERR_new();
  ERR_set_error(ERR_LIB_EVP, EVP_R_INVALID_DIGEST, NULL);
  return 0;
}

static int is_sha1(const char *digest) {
  return digest != NULL && (!strcasecmp(digest, "SHA1") || !strcasecmp(digest, "SHA-1") || !strcasecmp(digest, "SSL3-SHA1"));
}

static int guarded_sign_init(void *context, const char *digest, void *key, const OSSL_PARAM *params) {
  return is_sha1(digest) ? refuse() : sign_init(context, digest, key, params);
}

static int guarded_verify_init(void *context, const char *digest, void *key, const OSSL_PARAM *params) {
  return is_sha1(digest) ? refuse() : verify_init(context, digest, key, params);
}

static int guarded_set_params(void *context, const OSSL_PARAM *params) {
  for (const OSSL_PARAM *each = params; each != NULL && each->key != NULL; each++)
    if (!strcmp(each->key, "digest") && is_sha1(each->data)) return refuse();
  return set_ctx_params(context, params);
}

/* A copy of the implementation of RSA signatures, with three functions replaced. */
static const OSSL_DISPATCH *guard(const OSSL_DISPATCH *original) {
  static OSSL_DISPATCH copy[64];
  for (size_t i = 0; original[i].id != 0; i++) {
    copy[i] = original[i];
    if (copy[i].id == DIGEST_SIGN_INIT) sign_init = (digest_init *)copy[i].function, copy[i].function = (void (*)(void))guarded_sign_init;
    if (copy[i].id == DIGEST_VERIFY_INIT) verify_init = (digest_init *)copy[i].function, copy[i].function = (void (*)(void))guarded_verify_init;
    if (copy[i].id == SET_CTX_PARAMS) set_ctx_params = (set_params *)copy[i].function, copy[i].function = (void (*)(void))guarded_set_params;
  }
  return copy;
}

static const OSSL_ALGORITHM *query(void *context, int operation, int *no_cache) {
  static OSSL_ALGORITHM signatures[256];
  (void)context;
  const OSSL_ALGORITHM *algorithms = OSSL_PROVIDER_query_operation(default_provider, operation, no_cache);
  if (operation != SIGNATURE || algorithms == NULL) return algorithms;
  for (size_t i = 0; algorithms[i].names != NULL; i++) {
    signatures[i] = algorithms[i];
    if (!strncmp(algorithms[i].names, "RSA:", 4)) signatures[i].implementation = guard(algorithms[i].implementation);
  }
  return signatures;
}

static const OSSL_DISPATCH functions[] = { { QUERY_OPERATION, (void (*)(void))query }, { 0, NULL } };

int OSSL_provider_init(const void *handle, const OSSL_DISPATCH *in, const OSSL_DISPATCH **out, void **context) {
  (void)handle, (void)in;
  default_provider = OSSL_PROVIDER_load(OSSL_LIB_CTX_new(), "default");
  if (default_provider == NULL) return 0;
  *context = OSSL_PROVIDER_get0_provider_ctx(default_provider);
  *out = functions;
  return 1;
}
