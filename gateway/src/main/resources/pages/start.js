SwaggerUIBundle({
  urls: ['events', 'delegations', 'invitations', 'logistics', 'operations', 'identity']
    .map(name => ({ name, url: `/api/${name}/openapi.json` })),
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout'
});
