/**
 * Finds our own packages by their `source` entry, so that specs need no build. Other people's packages have entries
 * of that name too, in languages that Jest does not read: for them nothing changes.
 *
 * @param {string} request
 * @param {import('jest-resolve').ResolverOptions} options
 * @returns {string}
 */
module.exports = (request, options) => {
  const ours = request.startsWith('@yuezheng/');
  return options.defaultResolver(request, ours ? { ...options, conditions: ['source', ...(options.conditions ?? [])] } : options);
};
