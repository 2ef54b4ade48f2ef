# One server that keeps its secrets itself. They are encrypted with a key that is in no file: two of three people bring
# it back after each boot.
api_addr     = "https://secrets:8200"
cluster_addr = "https://secrets:8201"

listener "tcp" {
  address       = "0.0.0.0:8200"
  tls_cert_file = "/etc/snowdrift/vault-tls.pem"
  tls_key_file  = "/etc/snowdrift/vault-tls-key.pem"
}

storage "raft" {
  path                   = "/var/lib/openbao"
  node_id                = "secrets"
  performance_multiplier = 1
}

audit "file" "file" {
  options = {
    file_path = "/var/log/openbao/audit.log"
  }
}
