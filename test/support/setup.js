// A time zone far from Denmark, so that day arithmetic cannot hide a zone bug.
process.env.TZ = 'Pacific/Auckland';
require('reflect-metadata');
