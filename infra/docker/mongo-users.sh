#!/bin/bash
# The first start of the store: one user per service, limited to the database of its name.
mongosh --quiet --username root --password "$(cat /secrets/mongo-root)" --authenticationDatabase admin /secrets/mongo-users.js
