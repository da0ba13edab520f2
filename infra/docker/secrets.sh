#!/bin/bash
# Makes every secret of an installation, once, into a volume: each service's are readable by its own user only.
set -euo pipefail
umask 077
cd /secrets
[[ -e made ]] && exit 0
rm -f ./* # of a first start that was cut short

word() { head -c 24 /dev/urandom | base64 | tr -d '+/=\n'; }
key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }

declare -A uid=([events]=10001 [delegations]=10002 [invitations]=10003 [logistics]=10004 [operations]=10005
  [identity]=10006 [portal]=10007 [gateway]=10008)
mongo_user=999
gateway_secret=$(word)

word >mongo-root
head -c 500 /dev/urandom | base64 | tr -d '\n=' >mongo-key
: >mongo-users.js
: >identity.env
for service in events delegations invitations logistics operations portal identity gateway; do
  client=$(word)
  store=$(word)
  {
    echo "HOINGO_CLIENT_SECRET=$client"
    echo "SPRING_MONGODB_URI='mongodb://$service:$store@mongo:27017/$service?authSource=$service&replicaSet=hoingo&w=majority&journal=true'"
  } >>"$service.env"
  [[ $service == portal ]] || echo "db.getSiblingDB('$service').createUser({user: '$service', pwd: '$store', roles: [
    {role: 'readWrite', db: '$service'}, {role: 'dbAdmin', db: '$service'}]});" >>mongo-users.js
  case $service in
    delegations) echo "HOINGO_VAULT_KEY=$(key)" >>delegations.env ;;
    invitations) echo "HOINGO_SIGNING_KEY=$(key)" >>invitations.env ;;
    gateway | identity) echo "HOINGO_GATEWAY_SECRET=$gateway_secret" >>"$service.env" ;;
  esac
  case $service in
    gateway | identity) ;;
    *) echo "HOINGO_IDENTITY_CLIENTSECRETS_${service^^}=$client" >>identity.env ;;
  esac
done

for service in "${!uid[@]}"; do
  chown "${uid[$service]}" "$service.env"
done
chown "$mongo_user" mongo-root mongo-key mongo-users.js
chmod 400 ./*
chmod 755 .
touch made
